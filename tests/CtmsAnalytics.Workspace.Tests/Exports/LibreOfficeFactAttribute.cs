namespace CtmsAnalytics.Workspace.Tests.Exports;

/// <summary>A test that needs LibreOffice.</summary>
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        if (LibreOffice.Program is null) Skip = "LibreOffice is not installed: tests/setup/libreoffice installs it on Debian as root.";
    }
}
