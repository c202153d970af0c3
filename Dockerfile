# syntax=docker/dockerfile:1
# One image for every process: `postwright api`, `worker`, `migrate`. images.env names the images that it is made from.
ARG BUILD_IMAGE
ARG RUNTIME_IMAGE

FROM ${BUILD_IMAGE} AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked --package postwright \
    && strip -o /postwright target/release/postwright \
    && mkdir -p /keys/signing /keys/encryption && chmod -R 700 /keys

# C library, root certificates and an unprivileged user (65532); no shell.
FROM ${RUNTIME_IMAGE}
COPY --from=build /postwright /usr/local/bin/postwright
# New volumes mounted here get these owners and modes.
COPY --from=build --chown=65532:65532 /keys /keys
ENV POSTWRIGHT_LISTEN=0.0.0.0:8000 POSTWRIGHT_LOG_FORMAT=json
EXPOSE 8000
ENTRYPOINT ["postwright"]
CMD ["api"]
