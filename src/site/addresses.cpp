#include "site/addresses.h"

#include <algorithm>
#include <vector>

#include "base/language.h"
#include "site/site_config.h"

namespace aushang::site {

std::string address_of(std::string_view url, std::string_view path, std::string_view href) {
  while (href.starts_with("./") || href.starts_with("../")) {
    if (href.starts_with("../") && !path.empty()) {
      path.remove_suffix(1);
      const std::size_t slash = path.rfind('/');
      path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
    }
    href.remove_prefix(href.starts_with("../") ? 3 : 2);
  }
  std::string out(url);
  return out.append(path).append(href);
}

std::vector<i18n::Language> languages_of(const SiteConfig* config) {
  if (config != nullptr && !config->languages.empty()) return config->languages;
  return {i18n::k_languages.begin(), i18n::k_languages.end()};
}

i18n::Language interface_for(std::string_view language, const SiteConfig* config) {
  const i18n::Language near = i18n::language_for(language);
  const bool is_spoken = language.empty() || near == i18n::Language::pseudo ||
                         base::is_same_language(language, i18n::tag_of(near));
  return is_spoken ? near : languages_of(config).front();
}

}  // namespace aushang::site
