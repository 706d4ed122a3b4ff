//! scratch
fn walk(d: &std::path::Path, out: &mut Vec<regelspraak::source::Source>) {
    let mut e: Vec<_> = std::fs::read_dir(d).unwrap().map(|e| e.unwrap().path()).collect();
    e.sort();
    for p in e {
        if p.is_dir() { walk(&p, out) } else if p.extension().is_some_and(|x| x == "regels") {
            out.push(regelspraak::source::Source::new(p.display().to_string(), std::fs::read_to_string(&p).unwrap()));
        }
    }
}
#[test]
fn scratch() {
    let mut s = vec![];
    walk(std::path::Path::new("/work/main/regels"), &mut s);
    match regelspraak::compile(&s) {
        Ok(m) => println!("ok {} rules", m.rules.len()),
        Err(d) => { println!("{d}"); panic!() }
    }
}
