#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| junsoku_fuzz::yaml(data));
