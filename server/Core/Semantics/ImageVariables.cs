using System.Collections.Frozen;

namespace Dockstage.Core.Semantics;

/// <summary>
/// Which variables the environment of an image may hold. Nobody asks a registry for an image here, but names of such variables follow habits: the
/// languages, servers and package managers of widely used images have theirs, and images call variables after themselves (<c>ROS_DISTRO</c> of
/// <c>ros</c>, <c>NODE_VERSION</c> of <c>node</c>).
/// </summary>
internal static class ImageVariables
{
    /// <summary>Variables that official images and those most built upon set under names that are not the image's own.</summary>
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        """
        APACHE_CONFDIR APACHE_ENVVARS APP_UID ASPNETCORE_HTTP_PORTS ASPNETCORE_URLS ASPNET_VERSION BUNDLE_APP_CONFIG BUNDLE_PATH BUN_INSTALL_BIN
        CARGO_HOME CATALINA_HOME CONDA_DIR CONDA_PREFIX CPATH CUDA_HOME CUDA_VERSION C_INCLUDE_PATH DEBIAN_FRONTEND DENO_DIR DOTNET_ROOT
        DOTNET_SDK_VERSION DOTNET_VERSION ELIXIR_VERSION FLINK_HOME GCC_VERSION GEM_HOME GOLANG_VERSION GOPATH GOROOT GOSU_VERSION GOTOOLCHAIN
        GPG_KEY GRADLE_HOME GRADLE_VERSION HADOOP_HOME HADOOP_VERSION HOME HOSTNAME HTTPD_PREFIX HTTPD_VERSION JAVA_HOME JAVA_TOOL_OPTIONS JAVA_VERSION
        JBOSS_HOME JDK_VERSION JETTY_BASE JETTY_HOME JRE_CACERTS_PATH KAFKA_HOME KAFKA_VERSION LANG LANGUAGE LC_ALL LC_CTYPE LD_LIBRARY_PATH LIBRARY_PATH
        MAMBA_ROOT_PREFIX MAVEN_CONFIG MAVEN_HOME MAVEN_VERSION NAME NGINX_VERSION NJS_VERSION NODE_ENV NODE_PATH NODE_VERSION NVARCH OTP_VERSION
        PAGER PG_MAJOR PG_VERSION PGDATA PHP_CFLAGS PHP_CPPFLAGS PHP_INI_DIR PHP_LDFLAGS PHP_URL PHP_VERSION PHPIZE_DEPS PIP_NO_CACHE_DIR PKG_RELEASE
        PYTHONPATH PYTHONUNBUFFERED PYTHON_VERSION QEMU_LD_PREFIX RABBITMQ_HOME ROS_DISTRO RUBY_MAJOR RUBY_VERSION RUSTUP_HOME RUST_VERSION SHELL
        SPARK_HOME SPARK_VERSION SSL_CERT_DIR SSL_CERT_FILE TERM TOMCAT_VERSION TZ USER VIRTUAL_ENV WILDFLY_HOME XDG_CONFIG_HOME YARN_VERSION
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether an image may well set a variable.</summary>
    /// <param name="baseText">The image as FROM names it, variables and all.</param>
    /// <param name="name">The variable.</param>
    public static bool MaySet(string baseText, string name)
    {
        if (Names.Contains(name))
            return true;
        var word = name.AsSpan(0, Math.Max(0, name.IndexOf('_', StringComparison.Ordinal)));
        if (word.IsEmpty)
            return false;
        var image = baseText.AsSpan();
        foreach (var range in image.SplitAny("/:@.-"))
        {
            if (image[range].Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
