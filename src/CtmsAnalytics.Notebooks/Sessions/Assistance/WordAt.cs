namespace CtmsAnalytics.Notebooks.Sessions.Assistance;

/// <summary>The word around a place in a cell.</summary>
internal static class WordAt
{
    /// <summary>Where the word that ends at a place begins.</summary>
    public static int Start(string code, int position)
    {
        while (position > 0 && IsPart(code[position - 1])) position--;
        return position;
    }

    /// <summary>Where the word that a place lies in ends.</summary>
    public static int End(string code, int position)
    {
        while (position < code.Length && IsPart(code[position])) position++;
        return position;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
