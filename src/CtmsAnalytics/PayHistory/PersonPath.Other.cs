using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.PayHistory;

/// <content>Nonforeign allowance (158.643), student loan repayments (158.641), professional development and training (158.640).</content>
public sealed partial class PersonPath
{
    private readonly List<(string Name, long Cents)> _training = [];
    private readonly List<long> _loansAsked = [];
    private (int Year, long InYear, long InAll) _loansPaid;

    /// <summary>The scenario's budget lines of a fiscal year.</summary>
    private void BuyYearly(WorkPeriod period)
    {
        var other = _scenario.OtherCompensation;
        if (_person.IsUncompensated) return;
        _training.Add(("training for each person", other.TrainingPerPerson * 100));
        if (other is not { StudentLoanShare: > 0, StudentLoanAmount: > 0 }) return;
        if (ReceivesLoans(other.StudentLoanShare, period)) _loansAsked.Add(other.StudentLoanAmount * 100);
    }

    private bool ReceivesLoans(double share, WorkPeriod period)
    {
        if (_luck is not null) return DrawLoans(share);
        var receives = share >= MoreLikelyThanNot;
        _record.Assume($"Student loans are repaid for {Percent(share)} of people; this person is assumed {(receives ? "to be" : "not to be")} one of them on {period.FirstDay:yyyy-MM-dd}.", false);
        return receives;
    }

    /// <summary>Pays what is neither salary, recognition nor special working conditions.</summary>
    /// <returns>What of it is wages for Social Security and Medicare, cents.</returns>
    private long PayOther(WorkPeriod period, long headroom)
    {
        long wages = 0;
        if (_nonforeignArea is { } area && _salary.Total > 0)
        {
            var fraction = _parameters.InYear(NonforeignAllowance.Series(area), period.FirstDay.Year);
            var allowance = NonforeignAllowance.Amount(_salary.Total, fraction);
            _record.Pay(Component.NonforeignAllowance, allowance, $"{Percent(fraction)} of salary {Money(_salary.Total)} in {area}, outside the aggregate limit");
            _record.Limit(l => l with { Outside = l.Outside + allowance });
            if (_parameters.Flag("nonforeign_allowance_is_wages", _constants.Year)) wages += allowance;
        }

        foreach (var asked in _loansAsked)
        {
            var inside = _parameters.Flag("student_loan_inside_aggregate_limit", _constants.Year);
            var loan = RepayLoan(asked, period, inside ? headroom : long.MaxValue);
            if (inside)
            {
                headroom -= loan;
                _account.AdditionalPaid += loan;
            }

            _record.Limit(l => inside ? l with { Additional = l.Additional + loan } : l with { Outside = l.Outside + loan });
            _record.Pay(Component.StudentLoan, loan, "student loan repayment");
            if (_parameters.Flag("student_loan_is_wages", _constants.Year)) wages += loan;
        }

        foreach (var (name, cents) in _training) _record.Pay(Component.Training, cents, name);
        _loansAsked.Clear();
        _training.Clear();
        return wages;
    }

    private long RepayLoan(long asked, WorkPeriod period, long headroom)
    {
        if (!StudentLoanRepayment.IsEligible(_appointment) || _person.IsUncompensated)
        {
            Find(StudentLoanRepayment.Advisory, FindingUnit.Cents, asked, 0, "Advisory appointees and uncompensated service are not eligible.");
            return 0;
        }

        if (_loansPaid.Year != period.CalendarYear) _loansPaid = (period.CalendarYear, 0, _loansPaid.InAll);
        var (inYear, inAll) = ((long)_parameters.InYear("student_loan_year_maximum", _constants.Year) * 100, (long)_parameters.InYear("student_loan_lifetime_maximum", _constants.Year) * 100);
        var repayment = StudentLoanRepayment.Of(asked, _loansPaid.InYear, _loansPaid.InAll, inYear, inAll);
        if (repayment.CutByYear > 0) Find(StudentLoanRepayment.YearLimit, FindingUnit.Cents, asked, asked - repayment.CutByYear, $"At most {Money(inYear)} in a calendar year.");
        if (repayment.CutByLifetime > 0) Find(StudentLoanRepayment.LifetimeLimit, FindingUnit.Cents, repayment.Paid + repayment.CutByLifetime, repayment.Paid, $"At most {Money(inAll)} in all years.");
        var paid = Math.Min(repayment.Paid, headroom);
        if (paid < repayment.Paid) Find(Headroom.Forfeiture, FindingUnit.Cents, repayment.Paid, paid, $"{Money(headroom)} are left under the aggregate limit.");
        _loansPaid = (period.CalendarYear, _loansPaid.InYear + paid, _loansPaid.InAll + paid);
        return paid;
    }
}
