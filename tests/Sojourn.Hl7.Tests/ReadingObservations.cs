using Sojourn.Hl7.Observations;

namespace Sojourn.Hl7.Tests;

/// <summary>HL7-11 to HL7-24: what monitors are seen to send, rule by rule.</summary>
public sealed class ReadingObservations
{
    [Theory]
    [InlineData("150301^MDC_PRESS_CUFF_SYS^MDC", "systolic")]
    [InlineData("150021^MDC_PRESS_BLD_NONINV_SYS^MDC", "systolic")]
    [InlineData("150017^MDC_PRESS_BLD_NONINV_SYS^MDC", "systolic")]
    [InlineData("150031^MDC_PRESS_CUFF_SYS^MDC", "systolic")]
    [InlineData("150021^^MDC", "systolic")]
    [InlineData("150033^MDC_PRESS_BLD_ART_SYS^MDC", "arterial-systolic")]
    [InlineData("150303^MDC_PRESS_CUFF_MEAN^MDC", "mean-pressure")]
    [InlineData("8480-6^Systolic^LN", "systolic")]
    public void HL7_11_The_mnemonic_counts_first_and_the_number_where_there_is_none(string code, string measure)
    {
        var row = Read.Row($"OBX|1|NM|{code}|1.1.9|120|266016^MDC_DIM_MMHG^MDC|||||R");
        Assert.Equal((measure, RowState.Read, 120m), (row.Measure, row.State, row.Value));
    }

    [Theory]
    [InlineData("150301^MDC_PRESS_BLD_ART_SYS^MDC")]
    [InlineData("150022^MDC_PRESS_CUFF_SYS^MDC")]
    [InlineData("150456^MDC_ECG_HEART_RATE^MDC")]
    public void HL7_12_Number_and_mnemonic_that_name_two_things_are_not_read(string code) =>
        Assert.Equal(RowState.Conflict, Read.Row($"OBX|1|NM|{code}|1.1.9|120|266016^MDC_DIM_MMHG^MDC|||||R").State);

    [Theory]
    [InlineData("150087^MDC_PRESS_BLD_VEN_CENT_MEAN^MDC")]
    [InlineData("150301^OWN_CODE^99OWN")]
    [InlineData("99999^^MDC")]
    public void A_code_that_is_nothing_here_is_kept_and_not_read(string code) =>
        Assert.Equal(RowState.Other, Read.Row($"OBX|1|NM|{code}|1.1.9|8|266016^MDC_DIM_MMHG^MDC|||||R").State);

    [Theory]
    [InlineData("-1")]
    [InlineData("-100")]
    [InlineData("-999")]
    [InlineData("-99.9")]
    [InlineData("-10000")]
    [InlineData("8388607")]
    [InlineData("32767")]
    [InlineData("")]
    [InlineData("\"\"")]
    public void HL7_13_Marks_of_no_reading_are_no_values(string written)
    {
        var row = Read.Row($"OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.3.1|{written}|262688^MDC_DIM_PERCENT^MDC|||||R");
        Assert.Equal((RowState.NoReading, (decimal?)null), (row.State, row.Value));
    }

    [Fact]
    public void HL7_13_Nought_is_no_weight_height_or_temperature_and_is_a_pulse()
    {
        Assert.Equal(RowState.NoReading, Read.Row("OBX|1|NM|150344^MDC_TEMP^MDC|1.2.1|0|268192^MDC_DIM_DEGC^MDC|||||R").State);
        Assert.Equal(RowState.NoReading, Read.Row("OBX|1|NM|188736^MDC_MASS_BODY_ACTUAL^MDC|1.10.1|0.0|263875^MDC_DIM_KILO_G^MDC|||||R").State);
        Assert.Equal(0m, Read.Row("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|0|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R").Value);
    }

    [Theory]
    [InlineData("||DEMO|||R")]
    [InlineData("||DEMO~N|||R")]
    [InlineData("|DEMO||||R")]
    public void HL7_14_A_device_that_demonstrates_says_so(string rest) =>
        Assert.True(Read.Good(Read.Rows($"OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.3.1|98|262688^MDC_DIM_PERCENT^MDC{rest}")).IsSimulated);

    [Fact]
    public void HL7_14_A_message_for_training_is_simulated_too() =>
        Assert.True(Read.Good(Read.Report(Read.Usual[0].Replace("|P|2.6", "|T|2.6", StringComparison.Ordinal))).IsSimulated);

    [Theory]
    [InlineData("R", RowState.Read, false)]
    [InlineData("", RowState.Read, false)]
    [InlineData("F", RowState.Read, true)]
    [InlineData("X", RowState.NotValid, false)]
    [InlineData("D", RowState.NotValid, false)]
    [InlineData("W", RowState.NotValid, false)]
    [InlineData("I", RowState.NotValid, false)]
    public void HL7_15_The_status_says_what_is_believed(string status, RowState state, bool isFinal)
    {
        var row = Read.Row($"OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|72|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||{status}");
        Assert.Equal((state, isFinal), (row.State, row.IsFinal));
    }

    [Theory]
    [InlineData("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|72|264864^MDC_DIM_BEAT_PER_MIN^MDC||||||X||20260115143000")]
    [InlineData("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|72|264864^MDC_DIM_BEAT_PER_MIN^MDC||||R|||20260115143000")]
    [InlineData("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|72|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R||||20260115143000")]
    [InlineData("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|72|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||20260115143000")]
    [InlineData("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|72|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R|||soon")]
    [InlineData("OBX|1|NM|2453^OWN_POS^99OWN|1.1.9|Other|||||F")]
    [InlineData("OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4|36,8|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R")]
    public void HL7_16_Shifted_fields_and_numbers_that_are_none_refuse_the_message(string row)
    {
        var read = Read.Rows(row);
        Assert.Null(read.Report);
        Assert.All(read.Faults, fault => Assert.False(fault.Rejects));
        Assert.Contains(read.Faults, fault => fault.Sentence.Contains("line 4", StringComparison.Ordinal));
    }

    [Fact]
    public void HL7_17_An_observation_has_its_own_time_else_the_orders_else_the_messages()
    {
        var report = Read.Good(Read.Report(
            Read.Usual[0],
            "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1|70|264864^^MDC|||||R",
            "OBR|1||1|x|||20260115142900",
            "OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC|1|71|264864^^MDC|||||R",
            "OBX|3|NM|150301^MDC_PRESS_CUFF_SYS^MDC|1|120|266016^^MDC|||||R|||20260115141200-0700"));
        Assert.Equal(["14:30", "14:29", "14:12"], report.Rows.Select(row => row.At!.Time.ToString("HH:mm", null)));
        Assert.Equal([TimeSpan.Zero, null, TimeSpan.FromHours(-7)], report.Rows.Select(row => row.At!.Offset));
    }

    [Fact]
    public void HL7_17_A_device_without_a_clock_has_no_time() =>
        Assert.Null(Assert.Single(Read.Good(Read.Report("MSH|^~\\&|DEV|||||ORU^R01|ORU^R01|1|P|2.6", "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1|70|264864^^MDC|||||R")).Rows).At);

    [Theory]
    [InlineData("150344^MDC_TEMP^MDC", "98.6", "[degF]^degF^UCUM", "37.0", "Cel")]
    [InlineData("150344^MDC_TEMP^MDC", "37", "268192^MDC_DIM_DEGC^MDC", "37", "Cel")]
    [InlineData("8867-4^^LN", "72", "/min^per minute^UCUM", "72", "/min")]
    [InlineData("147842^MDC_ECG_HEART_RATE^MDC", "72", "^bpm", "72", "/min")]
    [InlineData("150301^MDC_PRESS_CUFF_SYS^MDC", "120", "^MDC_DIM_MMHG", "120", "mm[Hg]")]
    public void HL7_18_Units_become_UCUM(string code, string written, string unit, string value, string ucum)
    {
        var row = Read.Row($"OBX|1|NM|{code}|1|{written}|{unit}|||||R");
        Assert.Equal((decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), ucum), (row.Value, row.Unit));
    }

    [Theory]
    [InlineData("147842^MDC_ECG_HEART_RATE^MDC", "262688^MDC_DIM_PERCENT^MDC")]
    [InlineData("150301^MDC_PRESS_CUFF_SYS^MDC", "kPa")]
    [InlineData("150344^MDC_TEMP^MDC", "")]
    public void HL7_18_Without_its_unit_nothing_is_read(string code, string unit) =>
        Assert.Equal(RowState.UnknownUnit, Read.Row($"OBX|1|NM|{code}|1|36|{unit}|||||R").State);

    [Theory]
    [InlineData("100001", "100001")]
    [InlineData("100001^^^CLINIC^MR", "100001")]
    [InlineData("12/34^^^^PI~100001^^^CLINIC^MR", "12/34 100001")]
    [InlineData("^^^Hospital^PI", "")]
    [InlineData("", "")]
    public void HL7_19_A_patient_is_known_by_the_identifier_alone(string pid, string ids) =>
        Assert.Equal(ids, string.Join(' ', Read.Good(Read.Report(Read.Usual[0], $"PID|||{pid}||ROE^PAT||00000000")).PatientIds));

    [Fact]
    public void HL7_19_Two_patients_in_one_message_refuse_it() =>
        Assert.Equal("The message speaks of two patients. A monitor watches one.", Assert.Single(Read.Rows("PID|||2").Faults).Sentence);

    [Fact]
    public void HL7_20_One_key_for_a_message_is_four_fields_of_its_header()
    {
        var key = Read.Good(Read.Report(Read.Usual[0])).Key;
        Assert.Equal(key, Read.Good(Read.Rows("OBX|1|NM|1^^MDC|1|70")).Key);
        Assert.NotEqual(key, Read.Good(Read.Report(Read.Usual[0].Replace("143000", "143001", StringComparison.Ordinal))).Key);
    }

    [Fact]
    public void HL7_21_Curves_alone_are_known_for_what_they_are()
    {
        const string Curve = "OBX|1|NA|131328^MDC_ECG_ELEC_POTL^MDC|1.7.1|1^2^3^4||||||R";
        Assert.True(Read.Good(Read.Rows(Curve)).IsWaveform);
        Assert.False(Read.Good(Read.Rows(Curve, "OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC|1|70|264864^^MDC|||||R")).IsWaveform);
        Assert.True(Read.Good(Read.Report(Read.Usual[0].Replace("ORU^R01^ORU_R01", "ORU^W01^ORU_W01", StringComparison.Ordinal))).IsWaveform);
    }

    [Theory]
    [InlineData("QRY^R02")]
    [InlineData("QRY^A19")]
    [InlineData("QBP^ZV1^QBP_Q21")]
    [InlineData("ADT^A08^ADT_A01")]
    [InlineData("ORU^R40")]
    [InlineData("")]
    public void HL7_22_Queries_and_patient_updates_are_rejected(string type)
    {
        var fault = Assert.Single(Read.Report(Read.Usual[0].Replace("ORU^R01^ORU_R01", type, StringComparison.Ordinal), "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1|70|264864^^MDC|||||R").Faults);
        Assert.True(fault.Rejects);
    }

    [Fact]
    public void HL7_22_Version_3_is_rejected() =>
        Assert.True(Assert.Single(Read.Report(Read.Usual[0].Replace("|2.6", "|3.0", StringComparison.Ordinal)).Faults).Rejects);

    [Fact]
    public void HL7_23_Both_channels_of_one_measure_are_kept_apart()
    {
        var report = Read.Good(Read.Rows(
            "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.3.1.150456|97|262688^MDC_DIM_PERCENT^MDC|||||F",
            "OBX|2|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.3.2.150456|91|262688^MDC_DIM_PERCENT^MDC|||||F"));
        Assert.Equal([("1.3.1.150456", 97m), ("1.3.2.150456", 91m)], report.Rows.Select(row => (row.Channel, row.Value!.Value)));
    }
}
