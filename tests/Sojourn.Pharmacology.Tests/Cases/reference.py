"""Makes reference.json: the same curves by another road. Each case's differential equations are solved with matrix exponentials in sixty digits
(mpmath), without eigenvalues, partial fractions or any formula of the product. Run by hand when a case is added: python3 reference.py"""
import json
from mpmath import mp, mpf, matrix, expm, polyroots

mp.dps = 60
KE0 = float(mp.log(2) / mpf("8.3"))
RATIO = 223.70 / 237.73


def flows(weight):
    size = weight / 70
    v, q = size, size**0.75 / 60
    v1, v2, v3, cl, q2, q3 = 37 * v, 115 * v, 105 * v, 84 * q, 118 * q, 22 * q
    vn, cln, vp, qn = 75 * v, 41 * q, 100 * v, 29 * q
    return {"V1_L": v1, "k10_per_min": cl / v1, "k12_per_min": q2 / v1, "k21_per_min": q2 / v2, "k13_per_min": q3 / v1, "k31_per_min": q3 / v3,
            "metabolite": {"fm": 0.8, "mw_ratio": RATIO, "VN_L": vn, "kN0_per_min": cln / vn, "kNP_per_min": qn / vn, "kPN_per_min": qn / vp}}


def rates(v1, k10, k12, k21, k13=0.0, k31=0.0):
    return {"V1_L": v1, "k10_per_min": k10, "k12_per_min": k12, "k21_per_min": k21, "k13_per_min": k13, "k31_per_min": k31, "metabolite": None}


def eigenvalues(p):
    k10, k12, k21, k13, k31 = (mpf(p[k + "_per_min"]) for k in ("k10", "k12", "k21", "k13", "k31"))
    a2 = k10 + k12 + k13 + k21 + k31
    a1 = k10 * k21 + k10 * k31 + k21 * k31 + k12 * k31 + k13 * k21
    return sorted((float(mp.re(x)) for x in polyroots([1, -a2, a1, -k10 * k21 * k31], maxsteps=200, extraprec=200)), reverse=True)


def bolus(t, mg):
    return {"type": "bolus", "t_min": t, "amount_mg": mg}


def infusion(t, mg, minutes):
    return {"type": "infusion", "t_min": t, "amount_mg": mg, "duration_min": minutes}


def first(t, mg, share, ka, lag=0.0, nk=0.0):
    return {"type": "first_order", "t_min": t, "amount_mg": mg, "F": share, "ka_per_min": ka, "tlag_min": lag, "presystemic_nk_fraction": nk}


def solve(case, p, ke0):
    """States: three compartments, effect site (mg/L of plasma), norketamine twice, one depot for each first-order dose, and a constant 1."""
    depots = [d for d in case["doses"] if d["type"] == "first_order"]
    n = 6 + len(depots)
    m = p["metabolite"] or {"fm": 0, "mw_ratio": 1, "VN_L": 1, "kN0_per_min": 1, "kNP_per_min": 0, "kPN_per_min": 0}
    k = matrix(n + 1)
    k10, k12, k21, k13, k31 = (mpf(p[x + "_per_min"]) for x in ("k10", "k12", "k21", "k13", "k31"))
    k[0, 0], k[0, 1], k[0, 2] = -(k10 + k12 + k13), k21, k31
    k[1, 0], k[1, 1], k[2, 0], k[2, 2] = k12, -k21, k13, -k31
    k[3, 0], k[3, 3] = mpf(ke0) / mpf(p["V1_L"]), -mpf(ke0)
    k[4, 0] = mpf(m["fm"]) * mpf(m["mw_ratio"]) * k10
    k[4, 4], k[4, 5] = -(mpf(m["kN0_per_min"]) + mpf(m["kNP_per_min"])), mpf(m["kPN_per_min"])
    k[5, 4], k[5, 5] = mpf(m["kNP_per_min"]), -mpf(m["kPN_per_min"])
    for i, d in enumerate(depots):
        ka = mpf(d["ka_per_min"])
        k[6 + i, 6 + i] = -ka
        k[0, 6 + i] = ka * mpf(d["F"])
        k[4, 6 + i] = ka * mpf(d["presystemic_nk_fraction"]) * mpf(m["mw_ratio"])
    changes = []
    for d in case["doses"]:
        t, mg = mpf(d["t_min"]), mpf(d["amount_mg"])
        if d["type"] == "bolus" or (d["type"] == "infusion" and d["duration_min"] == 0):
            changes.append((t, 0, mg, 0))
        elif d["type"] == "infusion":
            changes += [(t, 0, 0, mg / mpf(d["duration_min"])), (t + mpf(d["duration_min"]), 0, 0, -mg / mpf(d["duration_min"]))]
        else:
            changes.append((t + mpf(d["tlag_min"]), 6 + depots.index(d), mg, 0))
    out = {}
    events = sorted([(c[0], 0, c) for c in changes] + [(mpf(t), 1, t) for t in set(case["times_min"])], key=lambda e: (e[0], e[1]))
    x, now, rate = matrix(n + 1, 1), events[0][0], mpf(0)
    x[n] = 1
    for when, kind, what in events:
        if when > now:
            k[0, n] = rate
            x = expm(k * (when - now)) * x
            now = when
        if kind == 0:
            x[what[1]] += what[2]
            rate += what[3]
            rate = mpf(0) if abs(rate) < mpf(10) ** -40 else rate
        else:
            out[what] = (float(1000 * x[0] / mpf(p["V1_L"])), float(1000 * x[3]), float(1000 * x[4] / mpf(m["VN_L"])))
    return [out[t] for t in case["times_min"]]


typical, light = flows(70.0), flows(52.0)
own = eigenvalues(typical)
metabolite = typical["metabolite"]
s = sum(mpf(metabolite[x + "_per_min"]) for x in ("kN0", "kNP", "kPN"))
mu = float((s + mp.sqrt(s * s - 4 * mpf(metabolite["kN0_per_min"]) * mpf(metabolite["kPN_per_min"]))) / 2)
same = json.loads(json.dumps(typical))
same["metabolite"].update(kN0_per_min=own[1], kNP_per_min=0.0, kPN_per_min=0.0)
hours = [0.5, 1.0, 5.0, 15.0, 40.0, 60.0, 90.0, 180.0, 480.0]
spread = [-30.0, 0.0, 0.001, 1.0, 7.5, 29.0, 61.0, 240.0]


def case(id, parameters, ke0, doses, times):
    return {"id": id, "parameters": parameters, "ke0_per_min": ke0, "doses": doses, "times_min": times}


cases = [
    case("absorbed as fast as the first rate", typical, KE0, [first(0.0, 60.0, 0.9, own[0])], hours),
    case("absorbed as fast as the second rate", typical, KE0, [first(0.0, 60.0, 0.9, own[1], 3.0, 0.05)], hours),
    case("absorbed as fast as the last rate", typical, KE0, [first(0.0, 60.0, 0.9, own[2])], hours),
    case("effect site as fast as the first rate", typical, own[0], [bolus(0.0, 20.0), infusion(10.0, 30.0, 40.0)], hours),
    case("effect site as fast as the second rate", typical, own[1], [infusion(0.0, 35.0, 40.0)], hours),
    case("absorption and effect site alike", typical, 0.05, [first(0.0, 45.0, 0.93, 0.05)], hours),
    case("absorption, effect site and a rate alike", typical, own[1], [first(0.0, 45.0, 0.93, own[1])], hours),
    case("nearly alike", typical, own[1] * (1 + 3e-9), [first(0.0, 45.0, 0.93, own[1] * (1 - 2e-7))], hours),
    case("absorbed as fast as norketamine leaves", typical, KE0, [first(0.0, 100.0, 0.29, mu, 5.0, 0.35)], hours),
    case("norketamine leaves as fast as ketamine", same, KE0, [bolus(0.0, 20.0), first(5.0, 80.0, 0.2, 0.02, 5.0, 0.55)], hours),
    case("infusion of no length", light, KE0, [infusion(10.0, 25.0, 0.0)], [9.999, 10.0, 10.5, 40.0, 200.0]),
    case("infusion of a second", light, KE0, [infusion(10.0, 25.0, 1 / 60)], [10.0, 10.01, 10.5, 40.0, 200.0]),
    case("before nought, between and out of order", light, KE0, [bolus(20.0, 10.0), bolus(-15.0, 12.0), infusion(-40.0, 20.0, 30.0)], [60.0, -50.0, -15.0, 20.0, 0.0, -20.0, 5.0]),
    case("overlapping infusions", light, KE0, [infusion(0.0, 20.0, 40.0), infusion(20.0, 30.0, 40.0), infusion(30.0, 5.0, 5.0)], [0.0, 10.0, 25.0, 32.0, 40.0, 55.0, 60.0, 61.0, 300.0]),
    case("rate changed and stopped", light, KE0, [infusion(0.0, 10.0, 15.0), infusion(15.0, 20.0, 20.0), infusion(35.0, 2.5, 5.0)], spread),
    case("days of infusion and weeks after", typical, KE0, [infusion(0.0, 1500.0, 6000.0)], [1.0, 600.0, 5999.0, 6000.0, 6060.0, 9000.0, 20000.0, 60000.0, 1000000.0]),
    case("slower in than out", typical, KE0, [first(0.0, 90.0, 0.25, 0.001, 12.0, 0.2)], [10.0, 13.0, 60.0, 600.0, 3000.0, 10000.0]),
    case("two compartments", rates(120.0, 0.0109, 0.0186, 0.0137), 0.0857, [bolus(0.0, 15.0), infusion(0.0, 20.0, 30.0)], spread),
    case("one compartment", rates(50.0, 0.03, 0.0, 0.0), 0.652, [infusion(0.0, 20.0, 30.0)], spread),
    case("one compartment and effect site alike", rates(50.0, 0.03, 0.0, 0.0), 0.03, [bolus(0.0, 20.0), first(0.0, 20.0, 1.0, 0.03)], spread),
    case("both back at the same rate", rates(30.0, 0.04, 0.05, 0.02, 0.01, 0.02), KE0, [bolus(0.0, 20.0), first(3.0, 40.0, 0.9, 0.05)], spread),
    case("nothing comes back from the third", rates(30.0, 0.04, 0.05, 0.02, 0.01, 0.0), KE0, [infusion(0.0, 20.0, 10.0)], spread),
    case("nothing leaves", rates(30.0, 0.0, 0.05, 0.02, 0.01, 0.003), KE0, [infusion(0.0, 20.0, 10.0)], spread + [100000.0]),
    case("a session by three routes", light, KE0, [first(0.0, 100.0, 0.29, 0.02, 5.0, 0.35), bolus(35.0, 5.0), first(50.0, 20.0, 0.93, 0.05), first(62.0, 20.0, 0.35, 0.05, 2.0, 0.25)], [0.0, 6.0, 35.0, 50.0, 62.0, 63.9, 64.1, 90.0, 240.0]),
    case("no dose", light, KE0, [], [0.0, 10.0]),
    case("nothing given", light, KE0, [bolus(0.0, 0.0), infusion(0.0, 0.0, 10.0)], [0.0, 10.0]),
]
for one in cases:
    values = solve(one, one["parameters"], one["ke0_per_min"]) if one["doses"] else [(0.0, 0.0, 0.0)] * len(one["times_min"])
    one["cp_ng_per_mL"], one["ce_ng_per_mL"] = [v[0] for v in values], [v[1] for v in values]
    if one["parameters"]["metabolite"]:
        one["norketamine_ng_per_mL"] = [v[2] for v in values]

with open("reference.json", "w") as file:
    file.write('{"cases": [\n' + ",\n".join(json.dumps(one) for one in cases) + "\n]}\n")
