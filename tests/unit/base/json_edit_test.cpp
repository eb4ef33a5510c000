#include "base/json_edit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace aushang::base {
namespace {

Json read_again(std::string_view text) {
  Result<Json> result = parse_json(text, "t.json");
  EXPECT_TRUE(result.ok()) << text;
  return result.ok() ? std::move(result).value() : Json();
}

using Change = std::function<void(JsonObject&)>;

/// The text, its outermost object changed.
std::string changed(std::string_view text, const Change& change) {
  const Json before = read_again(text);
  Json after = before;
  change(*after.object());
  const std::string out = edit_json(text, before, after);
  EXPECT_EQ(write_json(read_again(out)), write_json(after)) << out;
  return out;
}

std::string without(std::string_view text, std::string_view key) {
  return changed(text, [&](JsonObject& root) {
    std::erase_if(root, [&](const JsonMember& one) { return one.key == key; });
  });
}

/// A member behind the one at `index`.
std::string with(std::string_view text, std::size_t index, const char* key, const Json& value) {
  return changed(text, [&](JsonObject& root) {
    root.insert(root.begin() + static_cast<std::ptrdiff_t>(index), {key, value, {}});
  });
}

/// The same for the list that is the first member.
std::string without_entry(std::string_view text, std::size_t index) {
  return changed(text, [&](JsonObject& root) {
    JsonArray& list = *root[0].value.array();
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
  });
}

std::string with_entry(std::string_view text, std::size_t index, const Json& value) {
  return changed(text, [&](JsonObject& root) {
    JsonArray& list = *root[0].value.array();
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(index), value);
  });
}

TEST(JsonEdit, AMemberGoesWithItsLine) {
  const std::string text = "{\n  \"a\": 1,\n  \"b\": [2,   3],\n  \"c\": 3\n}\n";
  EXPECT_EQ(without(text, "a"), "{\n  \"b\": [2,   3],\n  \"c\": 3\n}\n");
  EXPECT_EQ(without(text, "b"), "{\n  \"a\": 1,\n  \"c\": 3\n}\n");
  EXPECT_EQ(without(text, "c"), "{\n  \"a\": 1,\n  \"b\": [2,   3]\n}\n");
  EXPECT_EQ(without("{\n  \"a\": 1\n}", "a"), "{}");
}

TEST(JsonEdit, AMemberGoesFromALineOfSeveral) {
  EXPECT_EQ(without(R"({"a": 1, "b": 2, "c": 3})", "a"), R"({"b": 2, "c": 3})");
  EXPECT_EQ(without(R"({"a": 1, "b": 2, "c": 3})", "b"), R"({"a": 1, "c": 3})");
  EXPECT_EQ(without(R"({ "a":1,"b":2 , "c":3 })", "c"), R"({ "a":1,"b":2 })");
  const std::string wrapped = "{\"a\": 1, \"b\": 2,\n \"c\": 3, \"d\": 4}";
  EXPECT_EQ(without(wrapped, "c"), "{\"a\": 1, \"b\": 2,\n \"d\": 4}") << "the line stays a line";
  EXPECT_EQ(without(wrapped, "b"), "{\"a\": 1,\n \"c\": 3, \"d\": 4}");
}

TEST(JsonEdit, WhatIsSetApartByAnEmptyLineStaysApart) {
  const std::string text = "{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"c\": 3,\n\n  \"d\": 4\n}";
  EXPECT_EQ(without(text, "b"), "{\n  \"a\": 1,\n\n  \"c\": 3,\n\n  \"d\": 4\n}");
  EXPECT_EQ(without(text, "c"), "{\n  \"a\": 1,\n\n  \"b\": 2,\n\n  \"d\": 4\n}");
  EXPECT_EQ(with(text, 2, "x", 0),
            "{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"x\": 0,\n  \"c\": 3,\n\n  \"d\": 4\n}");
}

TEST(JsonEdit, AValueIsReplacedAlone) {
  const auto set = [](std::string_view text, Json value) {
    return changed(text, [&](JsonObject& root) { root[0].value = std::move(value); });
  };
  EXPECT_EQ(set("{ \"a\" :\t1 , \"b\":2}\n\n", "ü\n"), "{ \"a\" :\t\"ü\\n\" , \"b\":2}\n\n");
  EXPECT_EQ(set("{\"a\": {\"x\": 1}, \"b\": 2}", nullptr), "{\"a\": null, \"b\": 2}");
  EXPECT_EQ(set("{\"a\": 1e0}", 1), "{\"a\": 1e0}") << "what says the same stays as it is written";
}

TEST(JsonEdit, AnEntryThatKeepsItsPlaceIsReplacedThere) {
  EXPECT_EQ(changed("{\"to\": [\"a\",\n \"b\"]}",
                    [](JsonObject& root) {
                      Json& one = root[0].value.array()->front();
                      const Position at = one.at;
                      one = Json("c");
                      one.at = at;
                    }),
            "{\"to\": [\"c\",\n \"b\"]}");
}

TEST(JsonEdit, WhatIsNewIsLaidOutAsItsNeighbours) {
  EXPECT_EQ(with("{\n\t\"a\": 1\n}", 1, "b", 2), "{\n\t\"a\": 1,\n\t\"b\": 2\n}");
  EXPECT_EQ(with("{\r\n    \"a\": 1\r\n}\r\n", 0, "b", 2), "{\r\n    \"b\": 2,\r\n    \"a\": 1\r\n}\r\n");
  EXPECT_EQ(with(R"({"a":1})", 1, "b", JsonArray{1, 2}), R"({"a":1,"b":[1,2]})");
  EXPECT_EQ(with(R"({"a": 1})", 0, "b", JsonArray{1, 2}), R"({"b": [1, 2], "a": 1})");
  EXPECT_EQ(with(R"({"a": 1, "c": 3})", 1, "b", 2), R"({"a": 1, "b": 2, "c": 3})");
  EXPECT_EQ(with("{\"a\" : 1\n}", 1, "b", 2), "{\"a\" : 1, \"b\" : 2\n}");
  EXPECT_EQ(with("{}\n", 0, "b", 2), "{\"b\": 2}\n");
  EXPECT_EQ(with_entry("{\"a\": []}", 0, 1), "{\"a\": [1]}");
  EXPECT_EQ(with_entry("{\"a\": [\n  1\n]}", 1, 2), "{\"a\": [\n  1,\n  2\n]}");
  EXPECT_EQ(with_entry("{\"a\": [\n  1\n]}", 0, 2), "{\"a\": [\n  2,\n  1\n]}");
  EXPECT_EQ(without_entry("{\"a\": [\n  1\n]}", 0), "{\"a\": []}");
}

TEST(JsonEdit, WhatIsTooLongForALineGetsSeveral) {
  const std::string words(70, 'x');
  const Json entry = JsonObject{{"id", "a", {}}, {"label", words, {}}, {"quote", words, {}}};
  const std::string lines = "{\n\t\t\t\"id\": \"a\",\n\t\t\t\"label\": \"" + words +
                            "\",\n\t\t\t\"quote\": \"" + words + "\"\n\t\t}";
  EXPECT_EQ(with_entry("{\n\t\"a\": []\n}", 0, entry), "{\n\t\"a\": [\n\t\t" + lines + "\n\t]\n}");
  EXPECT_EQ(with_entry("{\n\t\"a\": [\n\t\t{\"id\": \"b\"}\n\t]\n}", 1, entry),
            "{\n\t\"a\": [\n\t\t{\"id\": \"b\"},\n\t\t" + lines + "\n\t]\n}");
  const std::string windows = with_entry("{\r\n\t\"a\": []\r\n}", 0, entry);
  EXPECT_EQ(std::count(windows.begin(), windows.end(), '\n'),
            std::count(windows.begin(), windows.end(), '\r'));
  const std::string one = with_entry("{\"a\": [{\"id\": \"b\"}]}", 1, entry);
  EXPECT_EQ(one.find('\n'), std::string::npos) << "a file of one line stays one";
  const Json middle = JsonObject{{"id", "a", {}}, {"label", words, {}}};
  EXPECT_EQ(
      with_entry("{\n  \"a\": [{\"id\": \"" + words + "\"}]\n}", 1, middle),
      "{\n  \"a\": [{\"id\": \"" + words + "\"},\n    {\"id\": \"a\", \"label\": \"" + words + "\"}]\n}");
}

TEST(JsonEdit, AByteOrderMarkAndAMissingLastNewlineStay) {
  EXPECT_EQ(without("\xEF\xBB\xBF{\"a\": \"}],\\\"\", \"b\": 2}", "b"), "\xEF\xBB\xBF{\"a\": \"}],\\\"\"}");
}

/// Values in any layout, changed anywhere.
class AnyJson {
 public:
  explicit AnyJson(unsigned seed) : random_(seed) {}

  std::string text() { return space() + written(value(4, true)) + space(); }

  /// Whether parts are only taken out, only put in, or both, and values set.
  enum class How { takes_out, puts_in, any };

  void change(Json& json, How how, int depth = 0) {
    const bool takes_out = how != How::puts_in, puts_in = how != How::takes_out;
    if (JsonArray* list = json.array(); list != nullptr && (depth == 0 || below(3) != 0)) {
      if (takes_out && !list->empty() && below(3) == 0) list->erase(list->begin() + below_size(list->size()));
      if (puts_in && below(3) == 0)
        list->insert(list->begin() + below_size(list->size() + 1), value(2, false));
      for (Json& one : *list) maybe_change(one, how, depth);
    } else if (JsonObject* object = json.object(); object != nullptr && (depth == 0 || below(3) != 0)) {
      if (takes_out && !object->empty() && below(3) == 0)
        object->erase(object->begin() + below_size(object->size()));
      if (puts_in && below(3) == 0)
        object->insert(object->begin() + below_size(object->size() + 1),
                       {"new" + std::to_string(++keys_), value(2, false), {}});
      for (JsonMember& one : *object) maybe_change(one.value, how, depth);
    } else if (depth > 0 && how == How::any) {
      const Position at = json.at;
      json = value(1, false);
      json.at = at;
    }
  }

 private:
  void maybe_change(Json& json, How how, int depth) {
    if (below(3) == 0) change(json, how, depth + 1);
  }

  std::size_t below(std::size_t count) { return random_() % count; }
  std::ptrdiff_t below_size(std::size_t count) { return static_cast<std::ptrdiff_t>(below(count)); }

  Json value(int depth, bool is_outermost) {
    const std::size_t kind = is_outermost ? 4 + below(2) : below(depth > 0 ? 6 : 4);
    if (kind == 0) return nullptr;
    if (kind == 1) return below(2) == 0;
    if (kind == 2) return static_cast<int>(below(1000));
    if (kind == 3) return std::string(below(2) == 0 ? "a \"{[,:\\ ü" : "text");
    if (kind == 4) {
      JsonArray list;
      for (std::size_t i = below(5); i > 0; --i) list.push_back(value(depth - 1, false));
      return list;
    }
    JsonObject object;
    for (std::size_t i = below(5); i > 0; --i)
      object.push_back({"key" + std::to_string(++keys_), value(depth - 1, false), {}});
    return object;
  }

  std::string space() {
    constexpr std::string_view k_spaces[] = {"", "", "", " ", "\n", "\n  ", "\r\n\t", "\n\n "};
    return std::string(k_spaces[below(std::size(k_spaces))]);
  }

  std::string written(const Json& json) {
    std::string out;
    if (const JsonArray* list = json.array()) {
      for (const Json& one : *list) out += (out.empty() ? "" : ",") + space() + written(one) + space();
      return "[" + out + "]";
    }
    if (const JsonObject* object = json.object()) {
      for (const JsonMember& one : *object)
        out += (out.empty() ? "" : ",") + space() + quote_json(one.key) + space() + ":" + space() +
               written(one.value) + space();
      return "{" + out + "}";
    }
    return write_json(json);
  }

  std::mt19937 random_;
  int keys_ = 0;
};

TEST(JsonEdit, AnyChangeOfAnyLayoutReadsAsItWasMeant) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    AnyJson any(seed);
    const std::string text = any.text();
    const Json before = read_again(text);
    ASSERT_EQ(edit_json(text, before, before), text);
    Json after = before;
    any.change(after, AnyJson::How::any);
    const std::string out = edit_json(text, before, after);
    ASSERT_EQ(write_json(read_again(out)), write_json(after)) << text << "\n---\n" << out;
  }
}

bool has_space_alone(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if ((text[i] != ']' && text[i] != '}') || !is_ascii_space(text[i - 1])) continue;
    const std::size_t before = text.find_last_not_of(" \t\r\n", i - 1);
    if (before != std::string_view::npos && (text[before] == '[' || text[before] == '{')) return true;
  }
  return false;
}

/// Whether `part` is what is left of `whole` once some of its letters are taken out.
bool is_left_of(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : whole) at += at < part.size() && part[at] == c ? 1 : 0;
  return at == part.size();
}

TEST(JsonEdit, NothingElseIsTakenOutOrPutIn) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    AnyJson any(seed);
    const std::string text = any.text();
    const Json before = read_again(text);
    Json less = before, more = before;
    any.change(less, AnyJson::How::takes_out);
    any.change(more, AnyJson::How::puts_in);
    const std::string shorter = edit_json(text, before, less), longer = edit_json(text, before, more);
    ASSERT_TRUE(is_left_of(shorter, text)) << text << "\n---\n" << shorter;
    // Where a list had only white space, what comes into it stands in its place.
    if (!has_space_alone(text)) {
      ASSERT_TRUE(is_left_of(text, longer)) << text << "\n---\n" << longer;
    }
  }
}

}  // namespace
}  // namespace aushang::base
