# syntax=docker/dockerfile:1
# One image per app: docker build --build-arg APP=apps/api-gateway -t job-scope/api-gateway .
ARG NODE=node:24.21.0-bookworm-slim

# Builds all apps at once: the images of one compose file share this stage.
FROM ${NODE} AS build
WORKDIR /workspace
COPY package.json package-lock.json .npmrc .nvmrc ./
COPY tools/bootstrap tools/bootstrap
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build

# Only what the bundle of this app imports.
FROM ${NODE} AS packages
ARG APP
WORKDIR /app
COPY --from=build /workspace/dist/${APP}/package.json /workspace/dist/${APP}/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts

FROM ${NODE} AS app
ARG APP
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /workspace/dist/${APP} ./
# A volume that is mounted here is owned as the folder is.
RUN install -d -o node -g node /media
USER node
CMD ["node", "--enable-source-maps", "main.js"]

# An app that runs once and ends, such as the migrator, is an `app`; what stays is a `service`.
FROM app AS service
ENV HOST=0.0.0.0 PORT=8080 MANAGEMENT_HOST=0.0.0.0 MANAGEMENT_PORT=9090
EXPOSE 8080 9090
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9090/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

FROM app AS simulator
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/__health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "main.js", "--host", "0.0.0.0", "--port", "8080"]
