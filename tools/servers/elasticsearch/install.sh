#!/bin/sh
# Installs an Elasticsearch for tests into $JOB_SCOPE_SERVERS_DIR, by default .data/servers of this workspace.
# Needs Maven, Java 17 and about 2 GB of disk. Does nothing when it is installed already. See ../README.md for the licence.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
workspace=$(cd "$here/../../.." && pwd)
servers=${JOB_SCOPE_SERVERS_DIR:-$workspace/.data/servers}
home=$servers/elasticsearch-8.19.8

if [ -d "$home" ]; then
  echo "already installed: $home"
  exit 0
fi
command -v mvn >/dev/null || { echo "install.sh: Maven (mvn) is not on PATH" >&2; exit 1; }

mkdir -p "$servers"
# Unpacked aside and moved as the last step, so that an interrupted run never passes for an installation.
unpacked=$(mktemp -d "$servers/.elasticsearch.XXXXXX")
trap 'rm -rf "$unpacked"' EXIT

echo "downloading Elasticsearch 8.19.8 (916 MB, once; Maven keeps it)"
mvn --quiet --batch-mode --strict-checksums --file "$here/pom.xml" -Dtarget="$unpacked" dependency:unpack

cd "$unpacked"/sonarqube-*/elasticsearch || { echo "install.sh: Maven has unpacked nothing" >&2; exit 1; }
mkdir -p plugins
# The bundle's files are private to their owner, and the server runs as another user when root starts it.
chmod -R a+rX .
mv "$PWD" "$home"
echo "installed: $home"
