//! The description of the API, to hold answers against.

use jsonschema::Validator;
use serde_json::Value as Json;

use super::{Answer, Running};

/// The description, and a way to hold answers against it.
pub struct Description(pub Json);

impl Description {
    pub fn of(server: &Running) -> Description {
        Description(server.get("/api/v1/openapi.json").json())
    }

    /// The shape of an answer.
    pub fn validator(&self, method: &str, path: &str, status: u16, media_type: &str) -> Validator {
        let operation = &self.0["paths"][path][method];
        let schema = &operation["responses"][status.to_string()]["content"][media_type]["schema"];
        assert!(schema.is_object(), "{method} {path} {status} {media_type}");
        self.whole(schema.clone())
    }

    /// A schema with what it refers to.
    fn whole(&self, mut schema: Json) -> Validator {
        schema["components"] = self.0["components"].clone();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    }

    pub fn check(&self, method: &str, path: &str, answer: &Answer) {
        let media_type = answer.header("content-type");
        let validator = self.validator(method, path, answer.status, media_type);
        check(&validator, path, &answer.json());
    }
}

pub fn check(validator: &Validator, what: &str, json: &Json) {
    let wrong: Vec<String> = validator
        .iter_errors(json)
        .take(5)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{what}: {wrong:#?}");
}
