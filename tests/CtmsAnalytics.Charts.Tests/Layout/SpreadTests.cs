using CtmsAnalytics.Charts.Layout;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Charts.Tests.Layout;

public sealed class SpreadTests
{
    [Fact]
    public void Apart_AnyPlaces_KeepTheirOrderAndDistance() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        wanted =>
        {
            var places = Spread.Apart([.. wanted.Select(w => (double)w)], 17, 300);
            var order = Enumerable.Range(0, wanted.Length).OrderBy(i => places[i]).ToList();
            Assert.All(order.Zip(order.Skip(1)), p => Assert.True(places[p.Second] - places[p.First] >= 17 - 1e-9 && wanted[p.First] <= wanted[p.Second]));
            if (wanted.Length * 17 <= 300) Assert.All(places, p => Assert.InRange(p, -1e-9, 300 + 1e-9));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apart_PlacesFarEnough_StayWhereTheyAre() => Assert.Equal([200, 10, 60], Spread.Apart([200, 10, 60], 17, 300));
}
