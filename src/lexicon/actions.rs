//! The actions that rules name. The tables of verbs, states and attitudes have them as keys, the same in every language.

macro_rules! actions {
    ($($name:ident: $key:literal,)*) => {
        $(#[doc = concat!("`", $key, "`")] pub const $name: &str = $key;)*
        /// All of them.
        pub const NAMED: &[&str] = &[$($key,)*];
    };
}

actions! {
    ADOPT: "adopt",
    APPROVE: "approve",
    AUTHORIZE: "authorize",
    BE_AWARE: "be_aware",
    BE_CONVINCED: "be_convinced",
    BE_DETERMINED: "be_determined",
    COMMEND: "commend",
    COMMIT: "commit",
    DECIDE: "decide",
    DECLARE: "declare",
    DEMAND: "demand",
    ENDORSE: "endorse",
    EXPECT: "expect",
    EXPRESS: "express",
    EXPRESS_APPRECIATION: "express_appreciation",
    EXPRESS_CONCERN: "express_concern",
    EXPRESS_SYMPATHY: "express_sympathy",
    INSIST: "insist",
    RECALL: "recall",
}
