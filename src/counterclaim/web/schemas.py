"""What the API's schema says of a record that is written as a list."""

from typing import Any

from litestar import Litestar
from litestar._openapi.schema_generation import SchemaCreator
from litestar.openapi.spec import OpenAPIType, Schema
from litestar.plugins import OpenAPISchemaPlugin
from litestar.typing import FieldDefinition

from counterclaim.model import Span


class SpanSchema(OpenAPISchemaPlugin):
    """A span is written as its start and its end."""

    @staticmethod
    def is_plugin_supported_type(value: Any) -> bool:
        return value is Span

    def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: SchemaCreator) -> Schema:
        number = Schema(type=OpenAPIType.INTEGER, minimum=0)
        return Schema(
            type=OpenAPIType.ARRAY, items=number, min_items=2, max_items=2,
            description="A range of code points into the text of a report: where it starts and where it ends.",
        )  # fmt: skip


def refuse_more(app: Litestar, *records: type) -> None:
    """Say in the schema that these records take no fields but their own."""
    for name, schema in (app.openapi_schema.components.schemas or {}).items():
        if name in {record.__name__ for record in records}:
            schema.additional_properties = False
