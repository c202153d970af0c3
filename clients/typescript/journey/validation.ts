// Validates every response against its schema in openapi.yaml, because TypeScript's types do not exist at run time. For
// checks only; a program in production relies on the types.

import { readFileSync } from "node:fs";

import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { Middleware } from "openapi-fetch";
import { parse } from "yaml";

import type { components } from "../generated/postwright.js";

type Schemas = components["schemas"];
type Json = { [key: string]: Json | undefined };

const path = process.env.POSTWRIGHT_OPENAPI;
if (!path) throw new Error("POSTWRIGHT_OPENAPI is not set");
const document = parse(readFileSync(path, "utf8")) as Json;

// OpenAPI's keywords (`example`, `x-…`) are unknown to JSON Schema.
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, "openapi");

export const validation: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    const operation = at(document, "paths", schemaPath, request.method.toLowerCase());
    const documented = at(operation, "responses", String(response.status));
    const name = `${request.method} ${schemaPath} ${response.status}`;
    if (!documented) throw new Error(`${name} is not documented`);
    const content = resolve(documented).content;
    if (!content) return;
    const mediaType = response.headers.get("Content-Type")?.split(";")[0] ?? "";
    if (!content[mediaType]) throw new Error(`${name} does not document ${mediaType}`);
    if (!mediaType.endsWith("json")) return;
    const schema = at(content, mediaType, "schema");
    hold(await response.clone().json(), validatorOf(schema), name);
  },
};

/** The value, if it has the expected type; throws otherwise. */
export function isValid<Name extends keyof Schemas>(name: Name, value: unknown): Schemas[Name] {
  hold(value, validatorOf({ $ref: `#/components/schemas/${name}` } as unknown as Json), name);
  return value as Schemas[Name];
}

function hold(value: unknown, isFit: ValidateFunction, name: string) {
  if (!isFit(value)) throw new Error(`${name}: ${ajv.errorsText(isFit.errors)}`);
}

const validators = new Map<string, ValidateFunction>();

function validatorOf(schema: Json | undefined): ValidateFunction {
  const text = JSON.stringify(schema ?? {}).replaceAll('"#/', '"openapi#/');
  const known = validators.get(text) ?? ajv.compile(JSON.parse(text));
  validators.set(text, known);
  return known;
}

function resolve(value: Json): Json {
  const reference: unknown = value.$ref;
  if (typeof reference !== "string") return value;
  return at(document, ...reference.split("/").slice(1)) ?? {};
}

function at(value: Json | undefined, ...keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>((inner, key) => inner?.[key], value);
}
