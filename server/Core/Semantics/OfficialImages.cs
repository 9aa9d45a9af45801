using System.Collections.Frozen;

namespace Dockstage.Core.Semantics;

/// <summary>
/// The repositories of Docker Hub that are named by one word alone (docker-library/official-images), old ones included. Who writes one of these
/// names means the image, however near a stage's name is. One that is missing here does harm only beside a stage of nearly that name.
/// </summary>
internal static class OfficialImages
{
    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        """
        adminer aerospike almalinux alpine alt amazoncorretto amazonlinux api-firewall arangodb archlinux backdrop bash bonita
        buildpack-deps busybox caddy cassandra celery centos chronograf cirros clearlinux clefos clojure composer consul convertigo
        couchbase couchdb crate crux dart debian django docker dotnet drupal eclipse-mosquitto eclipse-temurin eggdrop elasticsearch elixir emqx
        erlang euleros express-gateway fedora flink fluentd friendica fsharp gazebo gcc geonetwork ghost glassfish golang gradle groovy
        haproxy haskell haxe hello-seattle hello-world hipache hitch hola-mundo httpd hylang ibm-semeru-runtimes ibmjava influxdb iojs
        irssi java jenkins jetty jobber joomla jruby julia kaazing-gateway kapacitor kibana known kong krakend lightstreamer liquibase logstash
        mageia mariadb matomo maven mediawiki memcached mono mongo mongo-express monica mysql nats nats-streaming neo4j neurodebian
        nextcloud nginx node notary nuxeo nuodb odoo open-liberty openjdk opensuse oraclelinux orientdb owncloud percona perl photon php
        php-zendserver phpmyadmin piwik plone postfixadmin postgres pypy python r-base rabbitmq rails rakudo-star rapidoid redis redmine
        registry rethinkdb rocket.chat rockylinux ros ruby rust sapmachine satosa silverpeas sl solr sonarqube sourcemage spark spiped
        storm swarm swift swipl teamspeak telegraf thrift tomcat tomee traefik ubuntu ubuntu-debootstrap ubuntu-upstart unit valkey varnish
        vault websphere-liberty wordpress xwiki yourls znc zookeeper
        """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a name is one of them.</summary>
    public static bool Contains(string name) => Names.Contains(name);
}
