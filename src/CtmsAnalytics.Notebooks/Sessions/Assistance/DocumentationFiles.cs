using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CtmsAnalytics.Notebooks.Sessions.Assistance;

/// <summary>The documentation of members as plain text, from the comments of cells and from the XML files beside assemblies. Each file is read once.</summary>
internal sealed partial class DocumentationFiles
{
    private readonly Dictionary<string, Dictionary<string, XElement>> _files = new(StringComparer.Ordinal);

    /// <summary>The documentation of a symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="compilation">The compilation that it is used in.</param>
    /// <returns>Summary, parameters, return value, exceptions and remarks, a line or more each; empty where there is none.</returns>
    public string Of(ISymbol symbol, Compilation compilation) => Element(symbol is IMethodSymbol { ReducedFrom: { } full } ? full : symbol, compilation) is { } element ? Text(element) : "";

    private XElement? Element(ISymbol symbol, Compilation compilation)
    {
        var own = Read(symbol, compilation);
        if (own is not null && own.Element("inheritdoc") is null) return own;
        if (Inherited(symbol) is { } from) return Element(from, compilation);
        // A positional property of a record is documented as a parameter of its type.
        return symbol is IPropertySymbol { ContainingType: { IsRecord: true } record } && Read(record, compilation)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == symbol.Name) is { } parameter
            ? new XElement("member", new XElement("summary", parameter.Nodes()))
            : null;
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType,
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name)).FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol)),
    };

    private XElement? Read(ISymbol symbol, Compilation compilation)
    {
        var definition = symbol.OriginalDefinition;
        if (definition.GetDocumentationCommentXml() is { Length: > 0 } comment) return Parse(comment);
        return definition.GetDocumentationCommentId() is { } id && definition.ContainingAssembly is { } assembly
            && compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { } path }
            ? File(Path.ChangeExtension(path, ".xml")).GetValueOrDefault(id)
            : null;
    }

    private Dictionary<string, XElement> File(string path)
    {
        if (_files.TryGetValue(path, out var known)) return known;
        Dictionary<string, XElement> members = [];
        try
        {
            if (System.IO.File.Exists(path))
            {
                foreach (var member in XDocument.Load(path).Descendants("member")) members.TryAdd((string?)member.Attribute("name") ?? "", member);
            }
        }
        catch (Exception exception) when (exception is XmlException or IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read documents nothing.
        }

        return _files[path] = members;
    }

    private static XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Text(XElement member)
    {
        var text = new StringBuilder();
        Add("", member.Element("summary"));
        foreach (var parameter in member.Elements("typeparam").Concat(member.Elements("param"))) Add($"{(string?)parameter.Attribute("name")}: ", parameter);
        Add("Returns: ", member.Element("returns"));
        Add("Value: ", member.Element("value"));
        foreach (var exception in member.Elements("exception")) Add($"Throws {Name((string?)exception.Attribute("cref"))}: ", exception);
        Add("Remarks: ", member.Element("remarks"));
        return text.ToString().TrimEnd('\n');

        void Add(string heading, XElement? element)
        {
            if (element is not null && Words(element) is { Length: > 0 } words) text.Append(CultureInfo.InvariantCulture, $"{heading}{words}\n");
        }
    }

    private static string Words(XElement element)
    {
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement inner when inner.Nodes().Any() => $" {Words(inner)} ".Replace("  ", " ", StringComparison.Ordinal) is var words && inner.Name.LocalName == "para" ? words : words.Trim(),
            XElement inner => Name((string?)inner.Attribute("cref") ?? (string?)inner.Attribute("name") ?? (string?)inner.Attribute("langword")),
            _ => "",
        }));
        return Spaces().Replace(text, " ").Trim();
    }

    /// <summary>The last part of a name such as <c>M:System.Math.Abs(System.Int32)</c>.</summary>
    private static string Name(string? reference)
    {
        if (reference is null) return "";
        var name = reference.Split('(')[0];
        return name[(name.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
