//! Texts on which a parser could take quadratic time. `doubling.rs` and `benches/worst.rs` read them.

/// Texts to repeat.
pub const REPEATED: [&str; 28] = [
    "Rappelant sa résolution 70/1, et soulignant le rôle de l’Office, ",
    "1. Prie l’Office de faire rapport avant 2030 ;\n",
    "a) De veiller au grain ;\n",
    "Annexe\n",
    "1 Voir A/74/1.\n\n",
    "1 Voir a2 2 b\n2\n",
    "____\nVoir.\n1\n2\n",
    "elles1, ",
    "1\n",
    "2.³\n",
    "l’Office ( ",
    "l’Office ) ",
    "« Prie ",
    "Prie » ",
    "[Prie ",
    "Prie] ",
    "“a ",
    "b” ",
    "a",
    // Cyrillic letters that look like Latin ones.
    "А/74/1 ",
    "А/RЕS/74/1, ",
    "l’Оffice ",
    "Requests States and ",
    "Просит ",
    "يطلب إلى ",
    "األمين ",
    "请秘书长",
    "\n",
];

/// Nested pairs: many opening marks, then as many closing ones.
pub const NESTED: [(&str, &str); 4] = [("(", ")"), ("« ", " »"), ("[", "]"), ("“", "”")];
