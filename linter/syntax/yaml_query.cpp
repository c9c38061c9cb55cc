// Questions about a YamlFile: aliases followed, merge keys expanded.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "linter/syntax/yaml.h"

namespace kaflint::syntax {
namespace {

/// Merges nested deeper than any real file's are not followed, so that recursion is bounded.
constexpr std::size_t kMostMergeDepth = 100;

std::string_view piece(const std::string& store, std::uint32_t offset, std::uint32_t size) {
  return std::string_view(store).substr(offset, size);
}

bool is_merge_key(const YamlFile& file, YamlId key) {
  const YamlNode& node = file.node(key);
  return node.kind == YamlKind::scalar && node.style == YamlStyle::plain && file.text(key) == "<<";
}

class EntryCollector {
 public:
  EntryCollector(const YamlFile& file, std::size_t limit) : file_(file), limit_(limit) {}

  void collect(YamlId mapping, const std::vector<YamlId>& through) {
    if (through.size() > kMostMergeDepth || !file_.is_mapping(mapping)) return;
    // What was merged before cannot give anything new: merge bombs are harmless.
    if (!visited_.insert(file_.resolve(mapping)).second) return;
    std::vector<YamlId> merges;
    std::unordered_map<std::string_view, std::size_t> own;
    for (YamlId key = file_.node(file_.resolve(mapping)).first_child; key != kNoYaml;) {
      const YamlId value = file_.node(key).next_sibling;
      if (value == kNoYaml) break;  // cut by a syntax error
      if (is_merge_key(file_, key))
        merges.push_back(value);
      else
        add(key, value, through, own);
      key = file_.node(value).next_sibling;
    }
    for (const auto& [key, index] : own) seen_.emplace(key, true);
    for (const YamlId merge : merges) follow(merge, through);
  }

  std::vector<YamlEntry> take() { return std::move(entries_); }

 private:
  void add(YamlId key, YamlId value, const std::vector<YamlId>& through,
           std::unordered_map<std::string_view, std::size_t>& own) {
    const std::string_view text = file_.text(key);
    if (seen_.contains(text) || entries_.size() >= limit_) return;
    if (const auto earlier = own.find(text); earlier != own.end() && file_.is_scalar(key)) {
      entries_[earlier->second] = {key, value, through};
      return;
    }
    own.emplace(text, entries_.size());
    entries_.push_back({key, value, through});
  }

  void follow(YamlId merge, const std::vector<YamlId>& through) {
    if (!file_.is_sequence(merge)) {
      step(merge, through);
      return;
    }
    for (const YamlId item : items(file_, merge)) step(item, through);
  }

  void step(YamlId merge, const std::vector<YamlId>& through) {
    std::vector<YamlId> deeper = through;
    deeper.push_back(merge);
    collect(merge, deeper);
  }

  const YamlFile& file_;
  std::size_t limit_;
  std::vector<YamlEntry> entries_;
  std::unordered_map<std::string_view, bool> seen_;
  std::unordered_set<YamlId> visited_;
};

}  // namespace

YamlId YamlFile::resolve(YamlId id) const {
  if (id == kNoYaml) return id;
  const YamlNode& asked = nodes[id];
  return asked.kind == YamlKind::alias ? asked.target : id;  // an anchor is never on an alias
}

std::string_view YamlFile::text(YamlId id) const {
  const YamlId target = resolve(id);
  if (target == kNoYaml || nodes[target].kind != YamlKind::scalar) return {};
  return piece(store, nodes[target].text, nodes[target].text_size);
}

std::string_view YamlFile::tag(YamlId id) const {
  const YamlId target = resolve(id);
  return target == kNoYaml ? std::string_view()
                           : piece(store, nodes[target].tag, nodes[target].tag_size);
}

bool YamlFile::is_mapping(YamlId id) const {
  return id != kNoYaml && nodes[resolve(id)].kind == YamlKind::mapping;
}
bool YamlFile::is_sequence(YamlId id) const {
  return id != kNoYaml && nodes[resolve(id)].kind == YamlKind::sequence;
}
bool YamlFile::is_scalar(YamlId id) const {
  return id != kNoYaml && nodes[resolve(id)].kind == YamlKind::scalar;
}

bool YamlFile::is_null(YamlId id) const {
  if (!is_scalar(id)) return false;
  const YamlNode& scalar = nodes[resolve(id)];
  if (scalar.style != YamlStyle::plain || scalar.tag_size != 0 || scalar.masked) return false;
  static constexpr std::array<std::string_view, 5> kNulls = {"", "~", "null", "Null", "NULL"};
  return std::ranges::find(kNulls, text(id)) != kNulls.end();
}

std::vector<YamlEntry> entries(const YamlFile& file, YamlId mapping, std::size_t limit) {
  EntryCollector collector(file, limit);
  collector.collect(mapping, {});
  return collector.take();
}

std::vector<YamlId> items(const YamlFile& file, YamlId sequence) {
  std::vector<YamlId> found;
  if (!file.is_sequence(sequence)) return found;
  for (YamlId item = file.node(file.resolve(sequence)).first_child; item != kNoYaml;
       item = file.node(item).next_sibling)
    found.push_back(item);
  return found;
}

YamlId find(const YamlFile& file, YamlId mapping, std::string_view key) {
  if (!file.is_mapping(mapping)) return kNoYaml;
  for (const YamlEntry& entry : entries(file, mapping))
    if (file.is_scalar(entry.key) && file.text(entry.key) == key) return entry.value;
  return kNoYaml;
}

YamlId find_path(const YamlFile& file, YamlId mapping,
                 std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) mapping = find(file, mapping, key);
  return mapping;
}

}  // namespace kaflint::syntax
