#!/bin/sh
# Run once by the postgres image on an empty data folder: the owner of the database, who runs the migrations and makes
# the roles of the services. It is no superuser.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$(cat /run/secrets/owner-db-password)" --set database="$POSTGRES_DB" <<'SQL'
CREATE ROLE job_scope_owner LOGIN CREATEROLE PASSWORD :'password';
ALTER DATABASE :"database" OWNER TO job_scope_owner;
SQL
