// A JSON Schema validator for the part of 2020-12 that data/schema uses. A keyword that it does not know is an error of
// its own, so that no part of a schema goes unchecked.
#pragma once

#include <regex.h>
#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace annal::testing {

class SchemaCheck {
 public:
  explicit SchemaCheck(nlohmann::json schema) : root_(std::move(schema)) {}

  /// What is wrong with `value`, one line each: "/events/0/rank: below the minimum".
  std::vector<std::string> faults(const nlohmann::json& value) {
    faults_.clear();
    check(root_, value, "");
    return faults_;
  }

 private:
  using Json = nlohmann::json;

  void fault(const std::string& place, const std::string& what) { faults_.push_back(place + ": " + what); }

  bool holds(const Json& schema, const Json& value) {
    SchemaCheck other(root_);
    other.check(schema, value, "");
    return other.faults_.empty();
  }

  const Json& referred(const std::string& reference) const { return root_.at(Json::json_pointer(reference.substr(1))); }

  static std::size_t code_points(const std::string& text) {
    std::size_t n = 0;
    for (const char c : text) n += (c & 0xC0) != 0x80 ? 1 : 0;
    return n;
  }

  /// POSIX extended expressions: they and ECMA's agree on all that the schemas use. (std::regex does not compile
  /// without warnings under GCC 12's sanitizers.)
  static bool matches(const std::string& text, const std::string& pattern) {
    regex_t compiled;
    if (regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0) return false;
    const bool found = regexec(&compiled, text.c_str(), 0, nullptr, 0) == 0;
    regfree(&compiled);
    return found;
  }

  static bool is(const std::string& type, const Json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    return false;
  }

  void check(const Json& schema, const Json& value, const std::string& place) {
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) fault(place, "not allowed here");
      return;
    }
    static const std::set<std::string> silent{"$schema", "$id", "$defs", "title", "description", "then", "else"};
    for (const auto& [keyword, argument] : schema.items()) {
      if (silent.count(keyword) > 0) continue;
      if (keyword == "$ref") {
        check(referred(argument.get<std::string>()), value, place);
      } else if (keyword == "type") {
        if (!is(argument.get<std::string>(), value)) fault(place, "no " + argument.get<std::string>());
      } else if (keyword == "const") {
        if (value != argument) fault(place, "not " + argument.dump());
      } else if (keyword == "enum") {
        if (std::find(argument.begin(), argument.end(), value) == argument.end())
          fault(place, "not in " + argument.dump());
      } else if (keyword == "pattern") {
        if (value.is_string() && !matches(value.get<std::string>(), argument.get<std::string>()))
          fault(place, value.dump() + " does not match " + argument.get<std::string>());
      } else if (keyword == "minLength") {
        if (value.is_string() && code_points(value.get<std::string>()) < argument.get<std::size_t>())
          fault(place, "too short");
      } else if (keyword == "minimum") {
        if (value.is_number() && value.get<double>() < argument.get<double>()) fault(place, "below the minimum");
      } else if (keyword == "maximum") {
        if (value.is_number() && value.get<double>() > argument.get<double>()) fault(place, "above the maximum");
      } else if (keyword == "minItems") {
        if (value.is_array() && value.size() < argument.get<std::size_t>()) fault(place, "too few items");
      } else if (keyword == "items") {
        for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
          check(argument, value[i], place + "/" + std::to_string(i));
      } else if (keyword == "required") {
        for (const auto& name : argument)
          if (value.is_object() && !value.contains(name.get<std::string>())) fault(place, "lacks " + name.dump());
      } else if (keyword == "properties") {
        for (const auto& [name, property] : argument.items())
          if (value.is_object() && value.contains(name)) check(property, value[name], place + "/" + name);
      } else if (keyword == "additionalProperties") {
        for (auto entry = value.begin(); value.is_object() && entry != value.end(); ++entry)
          if (!argument.get<bool>() && !schema.at("properties").contains(entry.key()))
            fault(place, "unknown key " + entry.key());
      } else if (keyword == "if") {
        const char* branch = holds(argument, value) ? "then" : "else";
        if (schema.contains(branch)) check(schema.at(branch), value, place);
      } else {
        fault(place, "the schema uses the keyword " + keyword + ", which this check does not know");
      }
    }
  }

  Json root_;
  std::vector<std::string> faults_;
};

}  // namespace annal::testing
