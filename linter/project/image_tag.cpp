// Which images hold Kafka, and how tags and environments are read, is data:
// rules/dialects/kafka_images.yaml.
#include "linter/project/image_tag.h"

#include <cstdint>

#include "linter/project/release_text.h"

namespace kaflint::project {
namespace {

enum class TagForm : std::uint8_t { none, kafka, platform, scala_kafka, after_kafka };

struct KafkaImage {
  std::string_view image;
  std::string_view owner;
  TagForm tag;
  std::string_view environment;
};

constexpr KafkaImage kKafkaImages[] = {
#include "kafka_images.inc"
};

const KafkaImage* known_image(const ImageName& name) {
  for (const KafkaImage& known : kKafkaImages)
    if (known.image == name.image && (known.owner == "*" || known.owner == name.owner))
      return &known;
  return nullptr;
}

std::optional<kafka::VersionSet> releases_of_tag(std::string_view tag, TagForm form) {
  switch (form) {
    case TagForm::none:
      return std::nullopt;
    case TagForm::kafka:
      return releases_of(tag);
    case TagForm::platform:
      return releases_of_platform(tag);
    case TagForm::scala_kafka: {
      const bool scala = tag.starts_with("2.1") && tag.substr(0, 5).ends_with("-");
      return releases_of(scala ? tag.substr(5) : tag);
    }
    case TagForm::after_kafka: {
      constexpr std::string_view kMark = "kafka-";
      const std::size_t mark = tag.rfind(kMark);
      if (mark == std::string_view::npos) return std::nullopt;
      return releases_of(tag.substr(mark + kMark.size()));
    }
  }
  return std::nullopt;
}

}  // namespace

ImageName parse_image(std::string_view image) {
  ImageName name;
  image = image.substr(0, image.find('@'));
  const std::size_t slash = image.rfind('/');
  name.image = slash == std::string_view::npos ? image : image.substr(slash + 1);
  if (const std::size_t colon = name.image.find(':'); colon != std::string_view::npos) {
    name.tag = name.image.substr(colon + 1);
    name.image = name.image.substr(0, colon);
  }
  if (slash == std::string_view::npos) return name;
  const std::string_view before = image.substr(0, slash);
  name.owner = before.substr(before.rfind('/') + 1);
  // `${REGISTRY}confluentinc/cp-kafka`
  if (const std::size_t variable = name.owner.rfind('}'); variable != std::string_view::npos)
    name.owner.remove_prefix(variable + 1);
  return name;
}

bool tells_kafka(std::string_view image) {
  const KafkaImage* const known = known_image(parse_image(image));
  return known != nullptr && known->tag != TagForm::none;
}

std::optional<kafka::VersionSet> kafka_of_image(std::string_view image) {
  const ImageName name = parse_image(image);
  const KafkaImage* const known = known_image(name);
  return known == nullptr ? std::nullopt : releases_of_tag(name.tag, known->tag);
}

std::string_view environment_of_image(std::string_view image) {
  const KafkaImage* const known = known_image(parse_image(image));
  return known == nullptr ? std::string_view() : known->environment;
}

}  // namespace kaflint::project
