#!/usr/bin/env python3
"""Tests of functions.py: what counts as a function, and which lines it has."""

import unittest

from functions import functions_of_cpp, functions_of_python


class FunctionsOfCpp(unittest.TestCase):
    CASES = [
        ("a free function", "int f(int a) {\n  return a;\n}\n", [("f", 1, 3)]),
        ("a declaration is none", "int f(int a);\nstruct A {\n  int a = 1;\n};\n", []),
        ("one whose signature takes two lines, behind a comment", "// {\nint f(int a,\n      int b) {\n}\n", [("f", 2, 4)]),
        ("a method, behind a label", "class A {\n public:\n  bool operator==(const A&) const {\n    return f(); }\n};\n", [("operator==", 3, 4)]),
        ("a constructor that sets members with braces", "A::A(int a) : Base(a), a_{a}, b_{1, 2} {\n  f();\n}\n", [("A::A", 1, 3)]),
        ("a lambda belongs to the function it stands in", "void f() {\n  const auto g = [] {\n  };\n}\n", [("f", 1, 4)]),
        ("a lambda that makes a constant", "constexpr int table = [] {\n  return 1;\n}();\nint f() { return 1; }\n", [("(lambda)", 1, 3), ("f", 4, 4)]),
        ("a braced value is none", "namespace a {\nconst std::map<int, int> m{\n  {1, 2},\n};\nint x[] = {1,\n 2};\n}\n", []),
        ("a default argument and a template", "template <class T, int n = 2>\nT f(T a = {}) {\n}\n", [("f", 1, 3)]),
        ("brackets in literals and comments do not count", "void f() {\n  g('{', \"}\", R\"(})\");  // }\n}\n", [("f", 1, 3)]),
        ("digits in groups are no literals", "int f() {\n  return 1'000 + g('a');\n}\n", [("f", 1, 3)]),
        ("a test has its sentence for a name", 'TEST_CASE("it works", "[a]") {\n  f();\n}\n', [('"it works"', 1, 3)]),
        ("a local type's methods belong to the function", "void f() {\n  struct A {\n    int g() { return 1; }\n  };\n}\n", [("f", 1, 5)]),
    ]

    def test_functions_are_found_with_their_lines(self):
        for why, text, expected in self.CASES:
            with self.subTest(why):
                self.assertEqual([tuple(function) for function in functions_of_cpp(text)], expected)


class FunctionsOfPython(unittest.TestCase):
    def test_a_function_within_another_counts_for_itself_too(self):
        found = functions_of_python("def f():\n    def g():\n        pass\n    return g\n")
        self.assertEqual([tuple(function) for function in found], [("f", 1, 4), ("g", 2, 3)])


if __name__ == "__main__":
    unittest.main()
