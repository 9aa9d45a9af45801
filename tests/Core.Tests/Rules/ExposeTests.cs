namespace Dockstage.Core.Tests.Rules;

/// <summary>ExposeProtoCasing and ExposeInvalidFormat.</summary>
public sealed class ExposeTests
{
    [Fact]
    public void Protocols_are_small() => RuleAssert.Only("ExposeProtoCasing", """
        FROM scratch
        ARG PROTO=UDP
        EXPOSE 80/tcp [|443/TCP|] [|53/$PROTO|] 8080
        """,
        "Defined protocol '443/TCP' in EXPOSE instruction should be lowercase",
        "Defined protocol '53/UDP' in EXPOSE instruction should be lowercase");

    [Fact]
    public void Nothing_of_the_host_belongs_there() => RuleAssert.Only("ExposeInvalidFormat", """
        FROM scratch
        ARG PORTS=80:80
        EXPOSE 80 [|127.0.0.1:80:80|] [|5000:5000|] [|$PORTS|] $UNKNOWN 8000-8010
        """,
        "EXPOSE instruction should not define an IP address or host-port mapping, found '127.0.0.1:80:80'",
        "EXPOSE instruction should not define an IP address or host-port mapping, found '5000:5000'",
        "EXPOSE instruction should not define an IP address or host-port mapping, found '80:80'");
}
