using System.Runtime.InteropServices;

namespace CtmsAnalytics.DuckDb.Native;

/// <summary>
/// A native object that holds its parent open: a chunk its result, a result its connection, a connection its database. Whatever the order of disposal or
/// finalization, a parent is freed after its last child, which is the order that DuckDB needs.
/// </summary>
internal abstract class NativeHandle : SafeHandle
{
    private readonly SafeHandle? _parent;

    protected NativeHandle(nint value, SafeHandle? parent)
        : base(0, ownsHandle: true)
    {
        // A handle without an object is never released by the runtime, so it must not hold its parent.
        if (parent is not null && value != 0)
        {
            var held = false;
            parent.DangerousAddRef(ref held);
            _parent = parent;
        }
        SetHandle(value);
    }

    public sealed override bool IsInvalid => handle == 0;

    protected abstract void Free();

    protected sealed override bool ReleaseHandle()
    {
        Free();
        _parent?.DangerousRelease();
        return true;
    }
}
