#!/usr/bin/env python3
"""Tests of types_of_files.py: which types have which names, and when two of one name are a fault."""

import unittest

from types_of_files import of_one_name, types_of_cpp


class TypesOfCpp(unittest.TestCase):
    CASES = [
        ("a struct, a class and an enumeration", "namespace a {\nstruct B {\n};\nclass C final : public D {\n};\nenum class E : std::uint8_t { f };\n}  // namespace a\n", ["a::B", "a::C", "a::E"]),
        ("of a namespace within one", "namespace a::b {\nnamespace c {\nstruct D {\n};\n}  // namespace c\nstruct E {\n};\n}  // namespace a::b\n", ["a::b::c::D", "a::b::E"]),
        ("of no namespace of another file", "namespace a {\nnamespace {\nstruct B {\n};\n}  // namespace\nstruct C {\n};\n}  // namespace a\n", ["a::C"]),
        ("a member that is defined outside has its whole name", "namespace a {\nstruct B::C {\n};\n}  // namespace a\n", ["a::B::C"]),
        ("a declaration, a use and a function are none", "namespace a {\nstruct B;\nstruct B b();\nclass C* c = nullptr;\n}  // namespace a\n", []),
    ]

    def test_types_are_found_with_their_names(self):
        for why, text, expected in self.CASES:
            with self.subTest(why):
                self.assertEqual(types_of_cpp(text), expected)

    def test_two_files_with_types_of_one_name_are_a_fault(self):
        space = "namespace a {{\nstruct {} {{\n}};\n}}  // namespace a\n"
        self.assertEqual(len(of_one_name({"x.h": space.format("B"), "y.h": space.format("B")})), 1)
        self.assertEqual(of_one_name({"x.h": space.format("B"), "y.h": space.format("C")}), [])


if __name__ == "__main__":
    unittest.main()
