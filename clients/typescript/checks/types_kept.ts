// Checks that the generated types keep every type of openapi.yaml: where the document has a type, it is not `unknown`,
// `any` or `never`. Every operation has its parameters, body and responses.

import { readFileSync } from "node:fs";

import ts from "typescript";
import { parse } from "yaml";

type Node = { [key: string]: Node } | undefined;

const GENERATED = "generated/postwright.d.ts";
const METHODS = ["get", "put", "post", "delete", "patch"];
// An optional `never` is `undefined`.
const NO_TYPE = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.Undefined;

const [path] = process.argv.slice(2);
if (!path) throw new Error("usage: types_kept.js OPENAPI_YAML");
const document = parse(readFileSync(path, "utf8")) as Node;
const program = ts.createProgram([GENERATED], { strict: true });
const checker = program.getTypeChecker();
const lost: string[] = [];
let looked = 0;

const components = exported("components");
for (const [name, schema] of entries(document?.components?.schemas)) {
  compare(schema, member(member(components, "schemas"), name), `schema ${name}`);
}
const paths = exported("paths");
for (const [path, item] of entries(document?.paths)) {
  for (const [method, operation] of entries(item).filter(([key]) => METHODS.includes(key))) {
    compareOperation(operation, member(member(paths, path), method), `${method} ${path}`);
  }
}
if (lost.length > 0) throw new Error(`types are lost:\n${lost.join("\n")}`);
if (looked === 0) throw new Error("the document has nothing to compare");
console.log(`TypeScript: ${looked} types are what the document says`);

function compareOperation(operation: Node, type: ts.Type | undefined, at: string) {
  for (const [, reference] of entries(operation?.parameters)) {
    const parameter = resolve(reference);
    const of = member(member(type, "parameters"), String(parameter?.in));
    compare(parameter?.schema, member(of, String(parameter?.name)), `${at} ${parameter?.name}`);
  }
  compareContent(resolve(operation?.requestBody), member(type, "requestBody"), `${at} request`);
  for (const [status, response] of entries(operation?.responses)) {
    compareContent(resolve(response), member(member(type, "responses"), status), `${at} ${status}`);
  }
}

function compareContent(of: Node, type: ts.Type | undefined, at: string) {
  for (const [mediaType, media] of entries(of?.content)) {
    compare(media?.schema, member(member(type, "content"), mediaType), `${at} ${mediaType}`);
  }
}

/** References are compared at their targets, the schemas. */
function compare(schema: Node, type: ts.Type | undefined, at: string) {
  looked += 1;
  if (saysNothing(schema)) return;
  if (!type || type.flags & NO_TYPE) {
    lost.push(`${at}: ${type ? checker.typeToString(type) : "absent"}`);
    return;
  }
  for (const [name, property] of entries(schema?.properties)) compare(property, member(type, name), `${at}.${name}`);
  if (schema?.items) {
    const items = checker.getIndexTypeOfType(checker.getNonNullableType(type), ts.IndexKind.Number);
    compare(schema.items, items, `${at}[]`);
  }
}

/** Any JSON value, whose type is `unknown`. */
function saysNothing(schema: Node): boolean {
  const known = ["type", "$ref", "allOf", "oneOf", "anyOf", "enum"];
  return !known.some((key) => schema && key in schema);
}

function exported(name: string): ts.Type {
  const source = program.getSourceFile(GENERATED);
  const module = source && checker.getSymbolAtLocation(source);
  const symbol = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  if (!symbol) throw new Error(`${GENERATED} exports no ${name}`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

function member(type: ts.Type | undefined, name: string): ts.Type | undefined {
  const symbol = type && checker.getPropertyOfType(checker.getNonNullableType(type), name);
  return symbol && checker.getTypeOfSymbol(symbol);
}

function resolve(value: Node): Node {
  const reference: unknown = value?.$ref;
  if (typeof reference !== "string") return value;
  return reference.split("/").slice(1).reduce<Node>((inner, key) => inner?.[key], document);
}

function entries(value: Node): [string, Node][] {
  return Object.entries(value ?? {});
}
