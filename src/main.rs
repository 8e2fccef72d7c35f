fn main() {
    let mut f = junsoku::diagnostics::Diagnostics::default();
    let c = junsoku::content::read(std::path::Path::new("content"), &mut f);
    let corpus = junsoku::corpus::resolve(&c, &mut f);
    let m = junsoku::locale::Messages::new(junsoku::locale::Lang::En);
    print!("{}", junsoku::diagnostics::human(&f, &m, false));
    for (k, s) in &corpus.sets { println!("{k} docs {} forms {}", s.documents.len(), s.forms.len()); }
}
