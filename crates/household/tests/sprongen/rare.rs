//! Households made to meet jumps that random ones meet too seldom.

/// A household, with the amounts of it to vary.
pub struct Rare {
    /// The years of the law.
    pub years: &'static [i16],
    /// The amounts, of everybody who has them.
    pub amounts: &'static [&'static str],
    /// Whether it applies for bijstand.
    pub applies: bool,
    /// The household file, without its first line.
    pub text: &'static str,
}

/// A household that does not apply for bijstand, to be filled in.
const NOT_APPLYING: Rare = Rare { years: &[], amounts: &[], applies: false, text: "" };

/// The households.
pub static RARE: [Rare; 29] = [
    // Tenants whose rent benefit ends when they save.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["spaargeld", "overig vermogen"],
        text: "\
huishouden:
  woning: {kale_huur: 650}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 21000, spaargeld: 36000}
    - {rol: medebewoner, geboortedatum: 1982-05-05, verwantschap: broer_zus, spaargeld: 30000}
",
        ..NOT_APPLYING
    },
    // The own home goes to the other partner: with a mortgage, and without one.
    Rare {
        years: &[2025],
        amounts: &["loon", "pensioenpremie"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 300000, hypotheekrente: 8000}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 52000}
    - {rol: partner, geboortedatum: 1982-05-05, loon: 45000}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2026],
        amounts: &["loon", "pensioenpremie"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 800000}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 52000}
    - {rol: partner, geboortedatum: 1982-05-05, loon: 45000}
",
        ..NOT_APPLYING
    },
    // The same in the highest bracket, where a deduction brings less.
    Rare {
        years: &[2024],
        amounts: &["loon", "pensioenpremie"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 500000, hypotheekrente: 15000}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 110000}
    - {rol: partner, geboortedatum: 1982-05-05, loon: 100000}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2026],
        amounts: &["loon", "pensioenpremie"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 1500000, hypotheekrente: 3000}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 110000}
    - {rol: partner, geboortedatum: 1982-05-05, loon: 100000}
",
        ..NOT_APPLYING
    },
    // An own home around the end of a bracket and of the zorgtoeslag.
    Rare {
        years: &[2024],
        amounts: &["woz waarde", "hypotheekrente"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 1310000, hypotheekrente: 0}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 36500}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2025],
        amounts: &["woz waarde", "hypotheekrente"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 1310000, hypotheekrente: 0}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 75500}
",
        ..NOT_APPLYING
    },
    // Who earns the least, and the end of the kindgebonden budget, by the pension premium.
    Rare {
        years: &[2024],
        amounts: &["pensioenpremie", "woz waarde", "hypotheekrente"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 400000, hypotheekrente: 0}
  personen:
    - {rol: aanvrager, geboortedatum: 1990-05-05, loon: 36500}
    - {rol: partner, geboortedatum: 1992-05-05, loon: 36000}
    - {rol: kind, geboortedatum: 2021-11-05, opvang: [{uren: 100, uurtarief: 9}]}
",
        ..NOT_APPLYING
    },
    // The kindgebonden budget of a single parent, by what is owned and owed.
    Rare {
        years: &[2024],
        amounts: &["overig vermogen", "schulden"],
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1985-05-05, loon: 113000, overig_vermogen: 125000}
    - {rol: kind, geboortedatum: 2018-11-05, opvang: [{soort: bso, uren: 60, uurtarief: 8}]}
",
        ..NOT_APPLYING
    },
    // The rent, just too much of it, and an income that a premium brings below the limit.
    Rare {
        years: &[2024, 2025],
        amounts: &["kale huur", "pensioenpremie"],
        text: "\
huishouden:
  woning: {soort: huurwoning, kale_huur: 600}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 31000}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2024],
        amounts: &["pensioenpremie"],
        text: "\
huishouden:
  woning: {soort: huurwoning, kale_huur: 600}
  personen:
    - {rol: aanvrager, geboortedatum: 1980-05-05, loon: 40000}
",
        ..NOT_APPLYING
    },
    // Debts that bring what is owned below the limit, and the income of it.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["spaargeld", "schulden"],
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1985-05-05, loon: 20000, spaargeld: 150000}
    - {rol: kind, geboortedatum: 2018-11-05}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2024],
        amounts: &["overig vermogen", "schulden"],
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1985-05-05, loon: 36500, overig_vermogen: 100000}
",
        ..NOT_APPLYING
    },
    // Pensioners with an own home.
    Rare {
        years: &[2024],
        amounts: &["pensioen"],
        text: "\
huishouden:
  woning: {soort: koopwoning, woz_waarde: 300000, hypotheekrente: 9000}
  personen:
    - {rol: aanvrager, geboortedatum: 1950-05-05, pensioen: 30000}
    - {rol: partner, geboortedatum: 1951-05-05, pensioen: 38000}
",
        ..NOT_APPLYING
    },
    // A little childcare, and a business that makes nothing.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["uren", "uurtarief", "winst"],
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1990-05-05, winst: 20000}
    - {rol: kind, geboortedatum: 2022-11-05, opvang: [{uren: 100, uurtarief: 9}]}
",
        ..NOT_APPLYING
    },
    // Which child is the first child, and whether its parent works.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["uren", "loon"],
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1990-05-05, loon: 60000}
    - {rol: kind, geboortedatum: 2022-11-05, opvang: [{uren: 100, uurtarief: 10}]}
    - {rol: kind, geboortedatum: 2023-11-05, opvang: [{uren: 80, uurtarief: 5}]}
",
        ..NOT_APPLYING
    },
    // Bijstand ends with savings, and debts bring it back.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["spaargeld", "schulden", "pensioenpremie"],
        applies: true,
        text: "\
huishouden:
  woning: {kale_huur: 600}
  personen:
    - {rol: aanvrager, geboortedatum: 1990-05-05, loon: 9000, spaargeld: 9000}
    - {rol: partner, geboortedatum: 1991-05-05, loon: 3000, spaargeld: 8000}
",
    },
    // Just above the norm: with less pay there is bijstand, and part of the pay does not count.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["loon", "pensioenpremie"],
        applies: true,
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1990-05-05, loon: 17500}
",
    },
    // AIO beside half an AOW.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["pensioen", "loon", "spaargeld", "overig vermogen"],
        applies: true,
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1950-05-05, aow_opbouwjaren: 20, spaargeld: 9000}
    - {rol: partner, geboortedatum: 1952-05-05, aow_opbouwjaren: 15, spaargeld: 6000}
",
    },
    // Debts make room for AIO.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["schulden"],
        applies: true,
        text: "\
huishouden:
  personen:
    - {rol: aanvrager, geboortedatum: 1950-05-05, aow_opbouwjaren: 20, spaargeld: 9000}
",
    },
    // Where a scheme of the municipality ends: by income, and by assets.
    Rare {
        years: &[2024],
        amounts: &["uitkering"],
        text: "\
huishouden:
  gemeente: Zwolle
  personen:
    - {rol: aanvrager, geboortedatum: 1985-03-14, uitkering: 21500, maanden_laag_inkomen: 36}
    - {rol: kind, geboortedatum: 2010-01-01}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2024],
        amounts: &["uitkering"],
        text: "\
huishouden:
  gemeente: Oss
  personen:
    - {rol: aanvrager, geboortedatum: 1985-03-14, uitkering: 23000}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2025],
        amounts: &["uitkering"],
        text: "\
huishouden:
  gemeente: Tilburg
  personen:
    - {rol: aanvrager, geboortedatum: 1985-03-14, uitkering: 20500, maanden_laag_inkomen: 60}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2024],
        amounts: &["uitkering"],
        text: "\
huishouden:
  gemeente: Utrecht
  personen:
    - {rol: aanvrager, geboortedatum: 1985-03-14, uitkering: 34000, maanden_laag_inkomen: 36}
    - {rol: partner, geboortedatum: 1986-05-20, maanden_laag_inkomen: 36}
    - {rol: kind, geboortedatum: 2010-01-01}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2026],
        amounts: &["uitkering"],
        text: "\
huishouden:
  gemeente: Rotterdam
  personen:
    - {rol: aanvrager, geboortedatum: 1985-03-14, uitkering: 26000}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2024],
        amounts: &["spaargeld"],
        text: "\
huishouden:
  gemeente: Gouda
  personen:
    - {rol: aanvrager, geboortedatum: 1985-03-14, spaargeld: 7000, maanden_laag_inkomen: 36}
",
        ..NOT_APPLYING
    },
    Rare {
        years: &[2025],
        amounts: &["spaargeld"],
        text: "\
huishouden:
  gemeente: Amersfoort
  personen:
    - {rol: aanvrager, geboortedatum: 1985-03-14, spaargeld: 7000, maanden_laag_inkomen: 60}
",
        ..NOT_APPLYING
    },
    // Savings of a child end the bijstand, and do not count for the remission of charges.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["spaargeld", "schulden"],
        applies: true,
        text: "\
huishouden:
  gemeentelijke_heffingen: 640
  personen:
    - {rol: aanvrager, geboortedatum: 1990-08-01}
    - {rol: kind, geboortedatum: 2012-03-15, spaargeld: 20000, schulden: 1000}
",
    },
    // Bijstand ends while the partner has an income.
    Rare {
        years: &[2024, 2025, 2026],
        amounts: &["uitkering"],
        applies: true,
        text: "\
huishouden:
  woning: {soort: inwonend}
  personen:
    - {rol: aanvrager, geboortedatum: 1987-08-25, uitkering: 20000}
    - {rol: partner, geboortedatum: 1988-03-21, samenleving: gehuwd, uitkering: 2400}
",
    },
];
