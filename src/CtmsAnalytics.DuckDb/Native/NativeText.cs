using System.Runtime.InteropServices;
using System.Text;

namespace CtmsAnalytics.DuckDb.Native;

/// <summary>Text across the border: UTF-8, strict.</summary>
internal static unsafe class NativeText
{
    /// <summary>Strict: half a surrogate pair is an error here and never a silent replacement character in the data.</summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Text that DuckDB keeps.</summary>
    internal static string Borrowed(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>Text that is ours to free.</summary>
    internal static string Owned(byte* text)
    {
        var value = Borrowed(text);
        NativeMethods.Free(text);
        return value;
    }
}
