"""Checks that the generated client keeps every type of openapi.yaml: where the document has a type, it is not `Any`.
Every operation has a module with its parameters, body and responses."""

import importlib
import pkgutil
import sys
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

from openapi_python_client.strings import ClassName, PythonIdentifier
from ruamel.yaml import YAML

import postwright_client.api
import postwright_client.models
from postwright_client.types import Response

METHODS = {"get", "put", "post", "delete", "patch"}
SAYS_SOMETHING = {"type", "$ref", "allOf", "oneOf", "anyOf", "enum"}
# `Any` as a program sees it: an argument's or a value's type.
Type = object

lost: list[str] = []
looked = 0


def main(path: str) -> None:
    document = YAML(typ="safe").load(Path(path))
    for name, schema in document["components"]["schemas"].items():
        if "properties" in schema:
            compare_model(name, schema)
    modules = dict(operation_modules())
    for item in document["paths"].values():
        for method in METHODS & item.keys():
            compare_operation(document, item[method], modules.get(item[method]["operationId"]))
    if lost:
        sys.exit("types are lost:\n" + "\n".join(lost))
    if not looked:
        sys.exit("the document has nothing to compare")
    print(f"Python: {looked} types are what the document says")


def compare_model(name: str, schema: typing.Any) -> None:
    model = getattr(postwright_client.models, ClassName(name, ""), None)
    if model is None:
        lost.append(f"schema {name}: absent")
        return
    hints = hints_of(model)
    for field, property in schema["properties"].items():
        compare(property, hints.get(python_name(field), ABSENT), f"{name}.{field}")


def compare_operation(document: typing.Any, operation: typing.Any, module: ModuleType | None) -> None:
    name = operation["operationId"]
    if module is None:
        lost.append(f"{name}: absent")
        return
    hints = hints_of(module.sync_detailed)
    for parameter in (resolve(document, parameter) for parameter in operation.get("parameters", [])):
        argument = python_name(parameter["name"])
        compare(parameter["schema"], hints.get(argument, ABSENT), f"{name}({argument})")
    if "requestBody" in operation:
        compare({"type": "object"}, hints.get("body", ABSENT), f"{name}(body)")
    responses = [resolve(document, response) for response in operation["responses"].values()]
    answer = hints["return"]
    if typing.get_origin(answer) is not Response:
        lost.append(f"{name} answers {answer}")
    elif all("content" in response for response in responses):
        compare({"type": "object"}, answer, f"{name} answers")
    else:
        # A 204 or 304 has no body, and there `Any` stands for None.
        compare({"type": "object"}, without_any(answer), f"{name} answers")


ABSENT: Type = object()


def compare(schema: typing.Any, kind: Type, at: str) -> None:
    global looked
    looked += 1
    if not SAYS_SOMETHING & schema.keys():
        return
    if kind is ABSENT:
        lost.append(f"{at}: absent")
    elif typing.Any in parts(kind):
        lost.append(f"{at}: {kind}")


def python_name(name: str) -> str:
    return PythonIdentifier(name, prefix="field_")


def parts(kind: Type) -> Iterator[Type]:
    yield kind
    for part in typing.get_args(kind):
        yield from parts(part)


def without_any(answer: Type) -> Type:
    (inner,) = typing.get_args(answer)
    rest = [part for part in typing.get_args(inner) if part is not typing.Any]
    return typing.Union[tuple(rest)] if rest else ABSENT


def hints_of(thing: typing.Any) -> Mapping[str, Type]:
    return typing.get_type_hints(thing, localns=vars(postwright_client.models))


def operation_modules() -> Iterator[tuple[str, ModuleType]]:
    package = postwright_client.api
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.ispkg:
            yield found.name.rsplit(".", 1)[1], importlib.import_module(found.name)


def resolve(document: typing.Any, value: typing.Any) -> typing.Any:
    for key in value.get("$ref", "").split("/")[1:]:
        document = document[key]
    return document if "$ref" in value else value


if __name__ == "__main__":
    main(*sys.argv[1:])
