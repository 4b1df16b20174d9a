namespace CtmsAnalytics.Budget.Tables;

/// <summary>The appropriation that an organisation is paid from.</summary>
/// <param name="Code">Short code, for example <c>CISA-OS</c>.</param>
/// <param name="Title">Name of the account.</param>
public sealed record Fund(string Code, string Title);
