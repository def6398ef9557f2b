#!/bin/sh
# Makes the secrets of docker-compose.yml, once: infra/docker/secrets, one file each. Run it again: nothing changes.
set -eu
umask 077
secrets=$(cd "$(dirname "$0")" && pwd)/secrets
mkdir -p "$secrets"

# Containers read them as another user than the one who owns them here; the folder keeps others out.
make() {
  [ -s "$secrets/$1" ] || printf %s "$2" >"$secrets/$1"
  chmod 444 "$secrets/$1"
}
random() { openssl rand -hex 32; }
value() { cat "$secrets/$1"; }

make key-encryption-key "$(openssl rand -base64 32)"
make export-link-secret "$(random)"
make postgres-password "$(random)"
make redis-password "$(random)"
make redis-url "redis://:$(value redis-password)@redis:6379"
for role in owner gateway auth worker scheduler; do
  make "$role-db-password" "$(random)"
  make "$role-database-url" "postgres://job_scope_$role:$(value "$role-db-password")@postgres:5432/job_scope"
done
