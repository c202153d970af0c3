//! Unions: poem wraps each variant `V` of `U` in a schema `U_V`, which generators turn into an additional type.

use serde_json::{Value, json};

use super::walk::{Object, each_object, referred};

/// Merges each wrapper into its variant, and redirects references to the variant.
pub fn merge_wrappers(document: &mut Value) {
    let Some(schemas) = document["components"]["schemas"].as_object_mut() else { return };
    let wrappers: Vec<(String, String)> = schemas.iter().filter_map(wrapper).collect();
    for (wrapper, variant) in &wrappers {
        let tag = schemas.shift_remove(wrapper).unwrap_or_default()["allOf"][0].take();
        if let Some(schema) = schemas.get_mut(variant) {
            add_tag(schema, tag);
        }
    }
    each_object(document, &mut |object| {
        for value in object.values_mut() {
            redirect(value, &wrappers);
        }
    });
}

/// The names of a wrapper and its variant, if this schema is one.
fn wrapper((name, schema): (&String, &Value)) -> Option<(String, String)> {
    let [tag, variant] = schema.get("allOf")?.as_array()?.as_slice() else { return None };
    let variant = referred(variant)?;
    let is_wrapper = tag.get("properties").is_some() && name.ends_with(&format!("_{variant}"));
    is_wrapper.then(|| (name.clone(), variant.to_owned()))
}

/// Adds the discriminator before the variant's own properties.
fn add_tag(schema: &mut Value, tag: Value) {
    let merged = |key: &str, schema: &Value| -> Value {
        match (&tag[key], &schema[key]) {
            (Value::Array(tag), own) => {
                let own = own.as_array().cloned().unwrap_or_default();
                tag.iter().cloned().chain(own.into_iter().filter(|name| !tag.contains(name))).collect()
            }
            (Value::Object(tag), own) => {
                let mut all: Object = tag.clone();
                all.extend(own.as_object().cloned().unwrap_or_default());
                Value::Object(all)
            }
            _ => json!({}),
        }
    };
    for key in ["required", "properties"] {
        schema[key] = merged(key, schema);
    }
}

fn redirect(value: &mut Value, wrappers: &[(String, String)]) {
    let Value::String(text) = value else { return };
    let Some(name) = text.strip_prefix("#/components/schemas/") else { return };
    if let Some((_, variant)) = wrappers.iter().find(|(wrapper, _)| wrapper == name) {
        *text = format!("#/components/schemas/{variant}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapper_is_merged_into_its_variant() {
        let tag = json!({"type": "string", "enum": ["text.delta"]});
        let mut document = json!({"components": {"schemas": {
            "Event": {"oneOf": [{"$ref": "#/components/schemas/Event_Delta"}], "discriminator": {
                "propertyName": "type", "mapping": {"text.delta": "#/components/schemas/Event_Delta"}}},
            "Event_Delta": {"allOf": [
                {"type": "object", "required": ["type"], "properties": {"type": tag}},
                {"$ref": "#/components/schemas/Delta"}]},
            "Delta": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
        }}});
        merge_wrappers(&mut document);
        let variant = "#/components/schemas/Delta";
        assert_eq!(
            document["components"]["schemas"],
            json!({
                "Event": {"oneOf": [{"$ref": variant}], "discriminator": {
                    "propertyName": "type", "mapping": {"text.delta": variant}}},
                "Delta": {"type": "object", "required": ["type", "text"], "properties": {
                    "type": tag, "text": {"type": "string"}}},
            })
        );
    }
}
