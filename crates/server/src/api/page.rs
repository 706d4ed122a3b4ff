//! The description of the API as a page: made from the OpenAPI document, without a script, so that nothing
//! has to be loaded from elsewhere.

use std::fmt::Write as _;

use engine::language::Language;
use serde_json::Value as Json;

use super::ROOT;
use crate::problem::Kind;
use crate::texts;

/// The look of the page.
pub const STYLE: &str = include_str!("page.css");

/// Where the look is found, under [`ROOT`].
pub const STYLE_PATH: &str = "/docs.css";

/// Makes the page from the OpenAPI document.
pub fn render(api: &Json) -> String {
    let mut page = Page(String::new());
    page.head(api);
    page.add("<h2 id=\"adressen\">Adressen</h2>\n");
    for (path, item) in fields(api, "/paths") {
        for (method, operation) in fields(item, "") {
            page.operation(path, method, operation);
        }
    }
    page.add("<h2 id=\"vormen\">Vormen</h2>\n");
    for (name, schema) in fields(api, "/components/schemas") {
        page.shape(name, schema);
    }
    page.problems();
    page.add("</main>\n</body>\n</html>\n");
    page.0
}

/// The fields of a part of a document; none when it is no object.
fn fields<'d>(json: &'d Json, pointer: &str) -> impl Iterator<Item = (&'d str, &'d Json)> {
    let object = json.pointer(pointer).and_then(Json::as_object);
    object.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

/// A text in a document; empty when it is not there.
fn text<'d>(json: &'d Json, pointer: &str) -> &'d str {
    json.pointer(pointer).and_then(Json::as_str).unwrap_or_default()
}

/// A page being written.
struct Page(String);

impl Page {
    fn add(&mut self, html: &str) {
        self.0.push_str(html);
    }

    /// Adds what is in a tag, with whatever it holds made harmless.
    fn tag(&mut self, tag: &str, content: &str) {
        let _never_fails = writeln!(self.0, "<{tag}>{}</{tag}>", prose(content));
    }

    fn head(&mut self, api: &Json) {
        let (title, version) = (text(api, "/info/title"), text(api, "/info/version"));
        let title = escape(&format!("{title} API {version}"));
        self.add(&format!(
            "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<link rel=\"stylesheet\" href=\"{ROOT}{STYLE_PATH}\">\n</head>\n\
             <body>\n<main>\n<h1>{title}</h1>\n"
        ));
        self.tag("p", text(api, "/info/description"));
        self.add(&format!(
            "<p>Dezelfde beschrijving voor programma’s: <a href=\"{ROOT}/openapi.json\">openapi.json</a> \
             (OpenAPI {}). Ga naar <a href=\"#adressen\">adressen</a>, <a href=\"#vormen\">vormen</a> of \
             <a href=\"#problemen\">problemen</a>.</p>\n",
            escape(text(api, "/openapi"))
        ));
    }

    fn operation(&mut self, path: &str, method: &str, operation: &Json) {
        let id = escape(text(operation, "/operationId"));
        let method = escape(&method.to_uppercase());
        self.add(&format!("<section id=\"{id}\">\n"));
        self.tag("h3", text(operation, "/summary"));
        self.add(&format!("<p><code>{method} {ROOT}{}</code></p>\n", escape(path)));
        self.tag("p", text(operation, "/description"));
        let parameters = operation.get("parameters").and_then(Json::as_array);
        let parameters = parameters.map(Vec::as_slice).unwrap_or_default();
        if !parameters.is_empty() {
            let rows = parameters.iter().map(|parameter| {
                let required = parameter.get("required").and_then(Json::as_bool);
                let name = text(parameter, "/name");
                let kind = parameter.get("schema").map(kind).unwrap_or_default();
                let must = if required == Some(true) { "verplicht" } else { "" };
                [code(name), kind, must.to_string(), prose(text(parameter, "/description"))]
            });
            self.table(["Keuze", "Soort", "", "Betekenis"], rows.collect());
        }
        let body = operation.pointer("/requestBody/content");
        let bodies = body.into_iter().flat_map(|body| fields(body, "")).map(content);
        let bodies: Vec<String> = bodies.collect();
        if !bodies.is_empty() {
            self.add(&format!("<p>Inhoud: {}.</p>\n", bodies.join(" of ")));
        }
        let answers = fields(operation, "/responses").map(|(status, response)| {
            let contents: Vec<String> = fields(response, "/content").map(content).collect();
            [code(status), contents.join(" of "), prose(text(response, "/description"))]
        });
        self.table(["Status", "Inhoud", "Betekenis"], answers.collect());
        self.add("</section>\n");
    }

    fn shape(&mut self, name: &str, schema: &Json) {
        self.add(&format!("<section id=\"vorm-{0}\">\n<h3>{0}</h3>\n", escape(name)));
        self.tag("p", text(schema, "/description"));
        if let Some(words) = schema.get("enum").and_then(Json::as_array) {
            let words: Vec<String> = words.iter().filter_map(Json::as_str).map(code).collect();
            self.add(&format!("<p>Een van: {}.</p>\n", words.join(", ")));
        }
        if let Some(kinds) = schema.get("oneOf").and_then(Json::as_array) {
            let kinds: Vec<String> = kinds.iter().map(kind).collect();
            self.add(&format!("<p>Een van: {}.</p>\n", kinds.join(", ")));
        }
        self.properties(schema);
        self.add("</section>\n");
    }

    /// The fields of a shape, and those of the shapes that stand inside it.
    fn properties(&mut self, schema: &Json) {
        let properties: Vec<(&str, &Json)> = fields(schema, "/properties").collect();
        if properties.is_empty() {
            return;
        }
        let row = |(name, schema): &(&str, &Json)| {
            [code(name), kind(schema), prose(text(schema, "/description"))]
        };
        self.table(["Veld", "Soort", "Betekenis"], properties.iter().map(row).collect());
        for (name, schema) in properties {
            let inner = schema.get("items").unwrap_or(schema);
            if inner.get("properties").is_some() {
                self.add(&format!("<h4>Velden van {}</h4>\n", code(name)));
                self.properties(inner);
            }
        }
    }

    fn problems(&mut self) {
        self.add("<h2 id=\"problemen\">Problemen</h2>\n");
        self.add(
            "<p>Een verzoek dat niet beantwoord kan worden, krijgt een probleem (RFC 9457). Het veld \
             <code>type</code> verwijst naar een regel hieronder.</p>\n<dl>\n",
        );
        for kind in Kind::ALL {
            let title = texts::title(kind);
            self.add(&format!(
                "<dt id=\"probleem-{}\">{} (status {})</dt>\n<dd>{}</dd>\n",
                kind.name(),
                escape(title.get(Language::Dutch)),
                kind.status().as_u16(),
                escape(texts::about(kind).get(Language::Dutch)),
            ));
        }
        self.add("</dl>\n");
    }

    fn table<const N: usize>(&mut self, headings: [&str; N], rows: Vec<[String; N]>) {
        let cells = headings.map(|heading| format!("<th scope=\"col\">{heading}</th>")).concat();
        self.add(&format!(
            "<div tabindex=\"0\"><table>\n<thead><tr>{cells}</tr></thead>\n<tbody>\n"
        ));
        for row in rows {
            let cells = row.map(|cell| format!("<td>{cell}</td>")).concat();
            self.add(&format!("<tr>{cells}</tr>\n"));
        }
        self.add("</tbody>\n</table></div>\n");
    }
}

/// What is sent in a body.
fn content((media_type, body): (&str, &Json)) -> String {
    let shape = body.get("schema").map(kind).unwrap_or_default();
    format!("{shape} ({})", code(media_type))
}

/// What kind of value a schema is of, in a few words.
fn kind(schema: &Json) -> String {
    if let Some(name) = text(schema, "/$ref").rsplit('/').next().filter(|name| !name.is_empty()) {
        return format!("<a href=\"#vorm-{0}\">{0}</a>", escape(name));
    }
    if let Some(kinds) = schema.get("oneOf").and_then(Json::as_array) {
        return kinds.iter().map(kind).collect::<Vec<_>>().join(" of ");
    }
    let of = |name: &str| match name {
        "array" => match schema.get("items") {
            Some(items) => format!("lijst van {}", kind(items)),
            None => "lijst".to_string(),
        },
        "object" => match schema.get("additionalProperties").filter(|it| it.is_object()) {
            Some(values) => format!("bij elke naam: {}", kind(values)),
            None => "groep".to_string(),
        },
        "string" if text(schema, "/format") == "date" => "dag".to_string(),
        "string" => "tekst".to_string(),
        "number" => "getal".to_string(),
        "integer" => "geheel getal".to_string(),
        "boolean" => "ja of nee".to_string(),
        "null" => code("null"),
        other => escape(other),
    };
    match schema.get("type") {
        Some(Json::String(name)) => of(name),
        Some(Json::Array(names)) => {
            names.iter().filter_map(Json::as_str).map(of).collect::<Vec<_>>().join(" of ")
        }
        _ => String::new(),
    }
}

/// A description: what stands between backticks is code.
fn prose(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { code(part) } else { escape(part) }).collect()
}

fn code(text: &str) -> String {
    format!("<code>{}</code>", escape(text))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
