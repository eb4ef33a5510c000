#pragma once
/// The list of the postings, for a site that has several: a page in each language of the interface.
#include <string>
#include <vector>

#include "i18n/words.h"
#include "main/files.h"
#include "main/posting_folder.h"
#include "main/posting_pages.h"
#include "main/site_outputs.h"

namespace aushang::cli {

/// The language of the interface at the site's top.
[[nodiscard]] i18n::Language first_language(const std::vector<PostingFolder>& postings,
                                            const site::SiteConfig* config);

/// The pages, by their path in the site: the list in the first language at the top, others in "de/".
[[nodiscard]] FolderContents list_pages(const std::vector<PostingFolder>& postings, const PageManner& manner,
                                        SiteOutputs& outputs);

}  // namespace aushang::cli
