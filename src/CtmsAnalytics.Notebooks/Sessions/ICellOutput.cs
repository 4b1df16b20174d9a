using CtmsAnalytics.Notebooks.Display;

namespace CtmsAnalytics.Notebooks.Sessions;

/// <summary>Takes what a cell puts out, in the order in which it happens. Called from one thread at a time; after the cell's end where the cell left something running that writes or displays.</summary>
public interface ICellOutput
{
    /// <summary>Text that the cell wrote to the console.</summary>
    /// <param name="isError">Whether it went to standard error.</param>
    /// <param name="text">The text, with its line ends.</param>
    void Stream(bool isError, string text);

    /// <summary>Something that the cell displays.</summary>
    /// <param name="content">Its forms.</param>
    /// <param name="displayId">Name under which a later display replaces it; null for none.</param>
    /// <param name="isUpdate">Whether it takes the place of an earlier one of that name.</param>
    void Display(MimeBundle content, string? displayId, bool isUpdate);

    /// <summary>The value of the cell's last expression.</summary>
    /// <param name="content">Its forms.</param>
    void Result(MimeBundle content);
}
