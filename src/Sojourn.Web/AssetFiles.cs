using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sojourn.Web;

/// <summary>
/// Stylesheets, scripts and icons, embedded in the assembly. Each has a URL with its content's hash, so a browser keeps it for good and
/// never asks again; a new version has a new URL. Nothing is fetched from anywhere else.
/// </summary>
public static class AssetFiles
{
    /// <summary>The one stylesheet that pages link; it is these files one after another.</summary>
    private static readonly string[] StyleOrder = ["tokens", "base", "shell", "parts", "forms", "charts", "room", "music", "floor", "public", "print"];

    private static readonly FrozenDictionary<string, Asset> ByName = Read().ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>What a page may load and do. Style attributes carry custom properties for places on a board or chart, hence the one exception.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The address of a file of <c>wwwroot</c>: <c>sojourn.css</c>, <c>js/islands.js</c>, <c>icons/sprite.svg</c>.</summary>
    public static string Url(string name) =>
        ByName.TryGetValue(name, out var asset) ? $"/assets/{asset.Hash}/{name}" : throw new ArgumentException($"There is no asset named {name}.", nameof(name));

    public static IEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{hash}/{**name}", Answer);

    public static IResult Answer(string hash, string name, HttpContext http)
    {
        if (!ByName.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        // A page from before an update may ask by an old hash: it gets today's file, but must not keep it under the old name.
        var isCurrent = string.Equals(hash, asset.Hash, StringComparison.Ordinal);
        http.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.Vary = "Accept-Encoding";
        foreach (var encoding in new[] { "br", "gzip" })
        {
            if (asset.IsText && http.Request.Headers.AcceptEncoding.ToString().Contains(encoding, StringComparison.Ordinal))
            {
                http.Response.Headers.ContentEncoding = encoding;
                return TypedResults.Bytes(asset.Packed(encoding), asset.MediaType);
            }
        }

        return TypedResults.Bytes(asset.Content, asset.MediaType);
    }

    private static IEnumerable<Asset> Read()
    {
        var assembly = typeof(AssetFiles).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("asset/", StringComparison.Ordinal))
            .ToDictionary(n => n["asset/".Length..], n => Bytes(assembly.GetManifestResourceStream(n)!), StringComparer.Ordinal);
        foreach (var (name, content) in files.Where(f => !f.Key.StartsWith("css/", StringComparison.Ordinal)))
        {
            yield return new Asset(name, content);
        }

        yield return new Asset("sojourn.css", [.. StyleOrder.SelectMany(part => files[$"css/{part}.css"])]);
    }

    private static byte[] Bytes(Stream stream)
    {
        using (stream)
        {
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.ToArray();
        }
    }

    private sealed class Asset(string name, byte[] content)
    {
        private readonly ConcurrentDictionary<string, byte[]> _packed = new(StringComparer.Ordinal);

        public string Name => name;

        public byte[] Content => content;

        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(content))[..16];

        public string MediaType { get; } = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".webmanifest" => "application/manifest+json",
            ".png" => "image/png",
            _ => "text/plain; charset=utf-8",
        };

        public bool IsText => !MediaType.Equals("image/png", StringComparison.Ordinal);

        /// <summary>Packed once, at the first request that asks for it.</summary>
        public byte[] Packed(string encoding) => _packed.GetOrAdd(encoding, Pack, content);

        private static byte[] Pack(string encoding, byte[] content)
        {
            using var packed = new MemoryStream();
            using (Stream packer = encoding is "br" ? new BrotliStream(packed, CompressionLevel.Optimal) : new GZipStream(packed, CompressionLevel.SmallestSize))
            {
                packer.Write(content);
            }

            return packed.ToArray();
        }
    }
}
