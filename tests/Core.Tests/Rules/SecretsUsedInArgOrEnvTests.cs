namespace Dockstage.Core.Tests.Rules;

public sealed class SecretsUsedInArgOrEnvTests
{
    [Fact]
    public void Names_of_secrets_are_reported_in_stages_alone() => RuleAssert.Only("SecretsUsedInArgOrEnv", """
        ARG API_TOKEN
        FROM alpine
        ARG [|API_TOKEN|]
        ENV [|password|]=x [|db_Passwd|]=y MONKEY=z
        ARG PUBLIC_KEY KEY_FILE TOKEN_VERSION=1
        """,
        "Do not use ARG or ENV instructions for sensitive data (ARG \"API_TOKEN\")",
        "Do not use ARG or ENV instructions for sensitive data (ENV \"password\")",
        "Do not use ARG or ENV instructions for sensitive data (ENV \"db_Passwd\")");
}
