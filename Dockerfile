# One file for the five apps: `docker build --target organization .`
# Debian, not Alpine: packages with native parts are published for glibc alone.
FROM node:20-bookworm-slim AS node
WORKDIR /sizhang
ENV NODE_ENV=production

FROM node AS build
COPY package.json package-lock.json .npmrc ./
RUN NODE_ENV=development npm ci
COPY . .
RUN NX_TUI=false NX_DAEMON=false npx nx run-many --target=build

FROM node AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

# What every app runs on. A service that is ready answers 200; a secret without value stops the start with its name.
FROM node AS app
COPY --from=packages /sizhang/node_modules node_modules
COPY libs/packs libs/packs
ENV HOST=0.0.0.0
RUN install --directory --owner=node --group=node /var/lib/sizhang
USER node
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

FROM app AS organization
COPY --from=build /sizhang/dist/apps/organization dist/apps/organization
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/organization/main.mjs"]

FROM app AS membership
COPY --from=build /sizhang/dist/apps/membership dist/apps/membership
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/membership/main.mjs"]

FROM app AS activity
COPY --from=build /sizhang/dist/apps/activity dist/apps/activity
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/activity/main.mjs"]

FROM app AS reporting
COPY --from=build /sizhang/dist/apps/reporting dist/apps/reporting
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/reporting/main.mjs"]

FROM app AS gateway
COPY --from=build /sizhang/dist/apps/gateway dist/apps/gateway
COPY --from=build /sizhang/dist/apps/portal dist/apps/portal
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/gateway/main.mjs"]
