# syntax=docker/dockerfile:1
# One image for every process: `postwright api`, `worker`, `migrate`.

FROM rust:1.95-slim-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --release --locked --package postwright \
    && strip -o /postwright target/release/postwright

# C library, root certificates and an unprivileged user; no shell.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /postwright /usr/local/bin/postwright
ENV POSTWRIGHT_LISTEN=0.0.0.0:8000 POSTWRIGHT_LOG_FORMAT=json
EXPOSE 8000
ENTRYPOINT ["postwright"]
CMD ["api"]
