using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.PersonnelActions;

/// <summary>Gives checked actions their types. Relies on the checks: it reports nothing itself.</summary>
internal static class ActionBinder
{
    private static readonly ValueSchema AnyDate = new("", ValueKind.Date, "");
    private static readonly ValueSchema AnyNumber = new("", ValueKind.Number, "");

    /// <summary>Builds the actions.</summary>
    /// <param name="root">A file without problems.</param>
    /// <param name="worksites">Code of the local market by county code.</param>
    /// <returns>The actions by date.</returns>
    public static IReadOnlyList<PersonnelAction> Bind(YamlMap root, IReadOnlyDictionary<string, string> worksites) =>
        [.. ((YamlList)root["actions"]!).Items.Cast<YamlMap>().Select(a => Action(a, worksites)).OrderBy(a => a.Effective)];

    private static PersonnelAction Action(YamlMap entry, IReadOnlyDictionary<string, string> worksites)
    {
        var on = Date(entry, ActionSchema.On)!.Value;
        var (kind, node) = entry.Entries.Where(e => e.Key != ActionSchema.On).Select(e => (e.Key, e.Value)).Single();
        var map = node as YamlMap ?? entry;
        return kind switch
        {
            "rating" => new RatingAction(on, Integer(entry, kind)!.Value),
            "recognition_hold" => new RecognitionHoldAction(on, Date(map, "until"), Hold(Text(map, "reason"))),
            "recognition_adjustment" => new RecognitionAdjustmentAction(on, Number(map, "percent")!.Value),
            "recognition_payment" => Payment(on, map),
            "time_off" => new TimeOffAction(on, Integer(map, "hours")!.Value, Integer(map, "use_within_periods"), Flag(map, "offer")),
            "time_off_use" => new TimeOffUseAction(on, Integer(map, "hours")!.Value),
            "honorary_recognition" => new HonoraryRecognitionAction(on, Text(map, "name")),
            "special_working_conditions" => new SpecialWorkingConditionsAction(on, Text(map, "program"), Integer(map, "periods") ?? 1, Number(map, "percent")),
            "worksite" => new WorksiteAction(on, Text(map, "county"), worksites[Text(map, "county")], Integer(map, "expected_months")),
            "work_level" => new WorkLevelAction(on, Text(entry, kind)),
            "appointment" => new AppointmentAction(on, RosterNames.Appointment(Text(entry, kind))),
            "work_schedule" => new WorkScheduleAction(on, RosterNames.Schedule(Text(map, "schedule")), Integer(map, "hours")!.Value),
            "hours_worked" => new HoursWorkedAction(on, Integer(entry, kind)!.Value),
            "extended_range" => new ExtendedRangeAction(on, (long)Number(map, "salary")!.Value, Text(map, "determination")),
            "student_loan" => new StudentLoanAction(on, Cents(map)),
            "training" => new TrainingAction(on, Text(map, "name"), Cents(map)),
            "separation" => new SeparationAction(on),
            _ => throw new InvalidOperationException($"The action '{kind}' has no type."),
        };
    }

    private static RecognitionPaymentAction Payment(DateOnly on, YamlMap map)
    {
        var form = map["form"] is null ? "lump_sum" : Text(map, "form");
        return new RecognitionPaymentAction(
            on,
            Number(map, "percent")!.Value,
            Flag(map, "approved"),
            Flag(map, "offer"),
            form switch
            {
                "lump_sum" => PaymentForm.LumpSum,
                "installments" => PaymentForm.Installments,
                _ => PaymentForm.Recurring,
            },
            Integer(map, "count") ?? 1,
            Integer(map, "periods_between") ?? 1,
            Integer(map, "service_agreement_months"));
    }

    private static RecognitionHold Hold(string reason) => reason switch
    {
        "in_question" => RecognitionHold.InQuestion,
        "unacceptable_performance" => RecognitionHold.UnacceptablePerformance,
        "unacceptable_rating" => RecognitionHold.UnacceptableRating,
        "misconduct" => RecognitionHold.Misconduct,
        _ => RecognitionHold.Released,
    };

    private static YamlScalar? Scalar(YamlMap map, string key) => map[key] is YamlScalar { IsNull: false } scalar ? scalar : null;

    private static string Text(YamlMap map, string key) => Scalar(map, key)!.Text.TrimEnd('\n');

    private static bool Flag(YamlMap map, string key) => Scalar(map, key)?.Text == "true";

    private static DateOnly? Date(YamlMap map, string key) => Scalar(map, key) is { } scalar ? ValueReader.Read(AnyDate, scalar, out _)!.Value.Date : null;

    private static double? Number(YamlMap map, string key) => Scalar(map, key) is { } scalar ? ValueReader.Read(AnyNumber, scalar, out _)!.Value.Number : null;

    private static int? Integer(YamlMap map, string key) => Number(map, key) is { } number ? (int)number : null;

    private static long Cents(YamlMap map) => (long)((decimal)Number(map, "amount")!.Value * 100);
}
