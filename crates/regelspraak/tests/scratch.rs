//! scratch
#[test]
fn scratch() {
    let text = std::fs::read_to_string("/tmp/t1.regels").unwrap();
    match regelspraak::compile(&[regelspraak::source::Source::new("t1", text)]) {
        Ok(m) => println!("ok {} rules", m.rules.len()),
        Err(d) => { println!("{d}"); panic!() }
    }
}
