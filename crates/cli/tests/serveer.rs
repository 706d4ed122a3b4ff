//! `samenhang serveer`: the real program, from start to stop.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use common::{Rules, json, run, run_with_input};
use serde_json::Value as Json;

/// The program, until it is stopped.
struct Serving {
    child: Child,
    /// What it said when it was ready.
    line: String,
}

impl Serving {
    fn start(arguments: &[&str]) -> Serving {
        let mut child = Command::new(env!("CARGO_BIN_EXE_samenhang"))
            .arg("serveer")
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Serving { child, line: line.trim_end().to_string() }
    }

    fn address(&self) -> &str {
        self.line.split("http://").nth(1).unwrap().split(' ').next().unwrap()
    }

    fn ask(&self, path: &str, household: &str) -> Json {
        let url = format!("http://{}/api/v1/huishoudens/{path}", self.address());
        let config = ureq::Agent::config_builder().http_status_as_error(false).build();
        let agent: ureq::Agent = config.into();
        let request = agent.post(url).content_type("application/yaml");
        let text = request.send(household).unwrap().body_mut().read_to_string().unwrap();
        serde_json::from_str(&text).unwrap()
    }

    fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Stops it as a service does, and gives its status and its log.
    fn stop(mut self, signal: &str) -> (Option<i32>, String) {
        self.signal(signal);
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (self.child.wait().unwrap().code(), log)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Already gone when the test stopped it.
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}

const ANY_PORT: [&str; 2] = ["--adres", "127.0.0.1:0"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The household files for readers.
fn files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("voorbeelden")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    assert!(files.len() >= 10);
    files
}

/// Every household of the worked examples, as a file.
fn worked_examples() -> Vec<String> {
    let mut households = Vec::new();
    let mut folders = vec![root().join("regels")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let example = path.parent().is_some_and(|it| it.ends_with("voorbeelden"));
            match path.is_dir() {
                true => folders.push(path),
                false if example => {
                    households.extend(inputs(&std::fs::read_to_string(path).unwrap()))
                }
                false => {}
            }
        }
    }
    households.sort();
    households
}

/// What stands under `invoer:`, without its margin.
fn inputs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line == "    invoer:" {
            found.push(String::new());
            inside = true;
        } else if let (true, Some(line)) = (inside, line.strip_prefix("      ")) {
            let last = found.last_mut().unwrap();
            last.push_str(line);
            last.push('\n');
        } else {
            inside &= line.is_empty();
        }
    }
    found
}

#[test]
fn the_server_and_the_command_line_give_the_same() {
    let server = Serving::start(&ANY_PORT);
    assert!(server.line.starts_with("Samenhang draait op http://127.0.0.1:"), "{}", server.line);
    let asked: [(&str, &[&str]); 10] = [
        ("bereken", &["bereken"]),
        ("bereken?datum=2025-07-01&taal=en", &["bereken", "--datum", "2025-07-01", "--taal", "en"]),
        ("uitleg?uitkomst=huurtoeslag_per_maand", &["uitleg", "huurtoeslag_per_maand", "--alles"]),
        ("werkloont?van=20000&tot=30000", &["werkloont", "--van", "20000", "--tot", "30000"]),
        ("zekerheid?stijging=4,5&maand=3", &["zekerheid", "--stijging", "4,5", "--maand", "3"]),
        ("stapeling?taal=en", &["stapeling", "--taal", "en"]),
        ("mijlpalen?jaren=1", &["mijlpalen", "--jaren", "1"]),
        ("vragen", &["vragen"]),
        ("vragen?alleen_onbekend=true", &["vragen", "--alleen-onbekend"]),
        ("aanvragen", &["aanvragen"]),
    ];
    for file in files() {
        let household = std::fs::read_to_string(&file).unwrap();
        for (question, typed) in asked {
            let (command, options) = typed.split_first().unwrap();
            let mut arguments = vec![*command, file.to_str().unwrap()];
            arguments.extend(options);
            arguments.push("--json");
            let ended = run(&arguments);
            let answer = server.ask(question, &household);
            match ended.code {
                Some(0) => assert_eq!(answer, json(&ended), "{question} {}", file.display()),
                // Refused by both, with the same words.
                _ => {
                    let message = answer["fouten"][0]["melding"].as_str().unwrap();
                    assert!(ended.err.contains(message), "{question}: {} {message}", ended.err);
                }
            }
        }
    }
}

#[test]
fn worked_examples_come_out_the_same() {
    let server = Serving::start(&ANY_PORT);
    let all = worked_examples();
    assert!(all.len() > 1000, "{}", all.len());
    for household in all.iter().step_by(29) {
        let ended = run_with_input(&["bereken", "-", "--json"], household);
        assert_eq!(ended.code, Some(0), "{household}{}", ended.err);
        assert_eq!(server.ask("bereken", household), json(&ended), "{household}");
    }
}

#[test]
fn the_log_says_nothing_of_who_asks() {
    let server = Serving::start(&ANY_PORT);
    let household = "rekendatum: 2026-01-15
huishouden:
  personen:
    - {naam: Wilhelmien, rol: aanvrager, geboortedatum: 1987-06-05, loon: 23457}
";
    let wrong = household.replace("23457", "veel-te-veel");
    for question in ["bereken", "werkloont?persoon=Wilhelmien&van=23457", "uitleg?uitkomst=geheim"]
    {
        server.ask(question, household);
        server.ask(question, &wrong);
    }
    server.ask("bereken", "Wilhelmien: [");
    let url = format!("http://{}/pagina/van/Wilhelmien?loon=23457", server.address());
    // The front end answers, or there is none; either way it is logged.
    let _page = ureq::get(url).header("referer", "http://Wilhelmien").call();
    let (status, log) = server.stop("TERM");
    assert_eq!(status, Some(0));
    for line in [
        "method=\"POST\" route=\"/api/v1/huishoudens/bereken\" status=200 ms=",
        "route=\"/api/v1/huishoudens/bereken\" status=422 ms=",
        "route=\"/api/v1/huishoudens/bereken\" status=400 ms=",
        "method=\"GET\" route=\"other\" status=",
    ] {
        assert!(log.contains(line), "{line} not in {log}");
    }
    for secret in ["ilhelmien", "23457", "1987", "veel", "geheim", "pagina", "127.0.0.1", "van="] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}

#[test]
fn it_stops_when_told_and_starts_again_on_the_same_port() {
    let server = Serving::start(&ANY_PORT);
    let address = server.address().to_string();
    assert_eq!(server.stop("INT").0, Some(0));
    let again = Serving::start(&["--adres", &address]);
    assert_eq!(again.address(), address);
    // Killed without a word, with a connection open.
    let open = std::net::TcpStream::connect(&address).unwrap();
    again.signal("KILL");
    drop(again);
    drop(open);
    let once_more = Serving::start(&["--adres", &address, "--taal", "en"]);
    assert_eq!(once_more.line, format!("Samenhang runs at http://{address} (to stop: Ctrl-C)."));
}

#[test]
fn an_address_that_cannot_be_is_refused() {
    let server = Serving::start(&ANY_PORT);
    let taken = run(&["serveer", "--adres", server.address()]);
    assert_eq!((taken.code, taken.out.as_str()), (Some(2), ""));
    assert!(
        taken.err.starts_with("fout: Poort ") && taken.err.contains("al in gebruik"),
        "{}",
        taken.err
    );
    let cases = [
        ("hier", "geen adres"),
        ("127.0.0.1", "geen adres"),
        ("203.0.113.7:8080", "niet van deze computer"),
    ];
    for (address, words) in cases {
        let ended = run(&["serveer", "--adres", address]);
        assert_eq!(ended.code, Some(2), "{address}");
        assert!(ended.err.contains(words), "{address}: {}", ended.err);
    }
    let english = run(&["serveer", "--adres", "hier", "--taal", "en"]);
    assert!(english.err.contains("is not an address"), "{}", english.err);
}

#[test]
fn it_serves_other_rules() {
    let rules = Rules::copy("serveer");
    rules.replace("rijk/wet_op_de_zorgtoeslag/parameters.yaml", "\"1,912%\"", "\"2,5%\"");
    let server = Serving::start(&["--regels", rules.path(), "--adres", "127.0.0.1:0"]);
    let household = std::fs::read_to_string(root().join("voorbeelden/sam-en-noor.yaml")).unwrap();
    let answer = server.ask("bereken", &household);
    assert_eq!(answer["huishouden"]["zorgtoeslag_per_maand"], 114);
    drop(server);
    let broken = run(&["serveer", "--regels", "bestaat-niet", "--adres", "127.0.0.1:0"]);
    assert_eq!(broken.code, Some(2));
}
