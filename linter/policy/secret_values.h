// What a text that stands where a password, key or token belongs looks like.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kaflint::policy {

enum class SecretKind : std::uint8_t {
  none,        // nothing, a reference to a secret, or a word that asks for one to be put there
  well_known,  // of documentation, images and defaults: `changeit`, `confluent`
  chosen,      // what somebody may have made up: `orders-2024`
  generated,   // what only a generator writes
};

/// By form, length, entropy and words. A reference is whatever another program replaces, such as
/// `${PASSWORD}`, `<password>` or the path of a file.
SecretKind judge_secret(std::string_view text);

/// Whether a part of the text is replaced by another program: `${...}`, `{{ ... }}` and the like.
bool holds_reference(std::string_view text);

/// Whether the text has the form of the public half of a pair, as Confluent Cloud and AWS write it.
bool is_key_id(std::string_view text);

/// PEM private keys with their content, from the first dash to the last; views of `text`. One that
/// is encrypted is no worse than its password.
struct PrivateKey {
  std::string_view text;
  bool encrypted;
};
std::vector<PrivateKey> private_keys_in(std::string_view text);

/// A secret within a URL or a connection string; a view of the text.
struct UrlSecret {
  std::string_view parameter;  // empty for what stands before the host: `https://user:SECRET@host`
  std::string_view text;
};
std::vector<UrlSecret> secrets_in_urls(std::string_view text);

}  // namespace kaflint::policy
