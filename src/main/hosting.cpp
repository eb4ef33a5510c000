#include "main/hosting.h"

#include <string_view>

namespace aushang::cli {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// What lies in v/ never changes under its address; the rest is asked for each time.
constexpr std::string_view k_for_good = "public, max-age=31536000, immutable";
constexpr std::string_view k_ask = "no-cache";

/// By the ending, for servers that don't know them all; browsers take neither scripts nor the app otherwise.
constexpr std::pair<std::string_view, std::string_view> k_types[] = {
    {"html", "text/html"},        {"css", "text/css"},          {"js", "text/javascript"},
    {"json", "application/json"}, {"wasm", "application/wasm"}, {"webmanifest", "application/manifest+json"},
    {"xml", "application/xml"},   {"txt", "text/plain"},        {"svg", "image/svg+xml"},
    {"png", "image/png"},         {"jpg jpeg", "image/jpeg"},   {"gif", "image/gif"},
    {"webp", "image/webp"},       {"avif", "image/avif"},       {"woff2", "font/woff2"},
};

/// "/jobs/". Servers have their own rules for what else may stand in an address, so that isn't tried.
std::string path_of(std::string_view url) {
  const std::size_t host = url.find("://");
  const std::size_t slash = host == std::string_view::npos ? host : url.find('/', host + 3);
  if (slash == std::string_view::npos) return "/";
  const std::string_view path = url.substr(slash);
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~/-";
  return path.find_first_not_of(plain) == std::string_view::npos ? std::string(path) : "/";
}

std::string lines(const Headers& headers, std::string_view before, std::string_view between,
                  std::string_view after) {
  std::string out;
  for (const auto& [name, value] : headers) {
    out += before;
    out += name;
    out += between;
    out += value;
    out += after;
  }
  return out;
}

std::string nginx(const std::string& path, const Headers& headers) {
  std::string types;
  for (const auto& [ending, type] : k_types)
    types += "    " + std::string(type) + " " + std::string(ending) + ";\n";
  const auto location = [&](const std::string& where, std::string_view keep) {
    return "location ^~ " + where +
           " {\n  include aushang-headers/*.conf;\n  index index.html;\n  charset utf-8;\n  gzip_static "
           "on;\n  types {\n" +
           types + "  }\n  add_header Cache-Control \"" + std::string(keep) + "\" always;\n" +
           "  add_header Vary Accept-Encoding always;\n" +
           lines(headers, "  add_header ", " \"", "\" always;\n") + "}\n";
  };
  return "# nginx: include this file in the server { … } that has the site at " + path +
         "\n# With the module for Brotli, add \"brotli_static on;\" beside each gzip_static.\n"
         "# Where a location sets headers of its own, nginx drops those of the server around it, such "
         "as\n"
         "# Strict-Transport-Security. Write the add_header lines that should apply here as well into a "
         "file\n"
         "# aushang-headers/site.conf beside nginx.conf; it is read below.\n" +
         location(path, k_ask) + location(path + "v/", k_for_good);
}

std::string apache(const std::string& path, const Headers& headers) {
  std::string types;
  for (const auto& [ending, type] : k_types)
    types += "AddType " + std::string(type) + " " + std::string(ending) + "\n";
  const auto packed = [](std::string_view encoding, std::string_view ending) {
    const std::string dot = "." + std::string(ending);
    return "  RewriteCond %{HTTP:Accept-Encoding} \\b" + std::string(encoding) +
           "\\b\n  RewriteCond %{REQUEST_FILENAME}" + dot + " -f\n  RewriteRule ^(.+)$ $1" + dot + " [L]\n";
  };
  return "# Apache 2.4: put this into <Directory> of the folder that is " + path +
         ",\n# or into a file .htaccess there (needs \"AllowOverride FileInfo\", and \"Options "
         "FollowSymLinks\" for the "
         "packed files).\n# The server's own headers, such as Strict-Transport-Security, stay in place.\n" +
         types +
         "AddDefaultCharset utf-8\n<IfModule mod_headers.c>\n  SetEnvIf Request_URI \"/v/[0-9a-f]{16}/\" "
         "aushang_for_good\n"
         "  Header always set Cache-Control \"" +
         std::string(k_ask) + "\"\n  Header always set Cache-Control \"" + std::string(k_for_good) +
         "\" env=aushang_for_good\n  Header always merge Vary Accept-Encoding\n" +
         lines(headers, "  Header always set ", " \"", "\"\n") +
         "</IfModule>\n<IfModule mod_rewrite.c>\n  # .br is Breton to Apache otherwise.\n  RemoveLanguage "
         ".br\n"
         "  RemoveType .gz\n  AddEncoding br .br\n  AddEncoding gzip .gz\n  RewriteEngine On\n"
         "  RewriteRule \\.(br|gz)$ - [L]\n" +
         packed("br", "br") + packed("gzip", "gz") + "</IfModule>\n";
}

std::string caddy(const std::string& path, const Headers& headers) {
  std::string pattern, types;
  for (const char c : path) pattern += c == '.' ? "\\." : std::string(1, c);
  for (const auto& [endings, type] : k_types) {
    const std::string_view ending = endings.substr(0, endings.find(' '));  // it knows .jpeg
    if (ending == "html") continue;
    const std::string name = "@aushang_" + std::string(ending);
    types += name + " path_regexp ^" + pattern + ".*\\." + std::string(ending) + "$\nheader " + name +
             " Content-Type " + std::string(type) + "\n";
  }
  return "# Caddy 2: \"import\" this file in the site that has the pages at " + path +
         "\n# The site's own headers, such as Strict-Transport-Security, stay in place.\n@aushang path " +
         path + "*\nheader @aushang {\n" + lines(headers, "\t", " \"", "\"\n") +
         "}\n@aushang_for_good path " + path + "v/*\nheader @aushang_for_good Cache-Control \"" +
         std::string(k_for_good) + "\"\n@aushang_asked {\n\tpath " + path + "*\n\tnot path " + path +
         "v/*\n}\nheader @aushang_asked Cache-Control \"" + std::string(k_ask) + "\"\n" + types +
         "file_server {\n\tprecompressed br gzip\n}\n";
}

std::string netlify(const std::string& path, const Headers& headers) {
  // The two hosts ask for pages anew by themselves, and join values that two rules give to one header.
  return "# Netlify, Cloudflare Pages: put this file at the root of what is published.\n"
         "# Headers of other rules for the same pages, such as Strict-Transport-Security, are sent as "
         "well.\n" +
         path + "*\n" + lines(headers, "  ", ": ", "\n") + path +
         "v/*\n  Cache-Control: " + std::string(k_for_good) + "\n";
}

}  // namespace

Headers site_headers(const HostingInput& input) {
  std::string ancestors = "'self'";
  for (const std::string& one : input.embedded_in) ancestors += " " + one;
  Headers headers = {
      {"Content-Security-Policy",
       html::content_policy(html::Script::app, input.fonts) + "; frame-ancestors " + ancestors},
      {"Permissions-Policy",
       "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
       "microphone=(), midi=(), payment=(), usb=(), clipboard-write=(self)"},
      {"Referrer-Policy", "same-origin"},
      {"X-Content-Type-Options", "nosniff"},
      // Nobody learns of a link before it is followed; else browsers look up the host that it leads to.
      {"X-DNS-Prefetch-Control", "off"},
  };
  // A frame without an origin (sandbox="allow-scripts") may only read what everybody may.
  if (!input.embedded_in.empty()) headers.emplace_back("Access-Control-Allow-Origin", "*");
  return headers;
}

FolderContents hosting_files(const HostingInput& input) {
  const std::string path = path_of(input.url);
  const Headers headers = site_headers(input);
  const std::string folder = k_hosting_folder;
  return {{folder + "nginx.conf", nginx(path, headers)},
          {folder + "apache.conf", apache(path, headers)},
          {folder + "Caddyfile", caddy(path, headers)},
          {folder + "_headers", netlify(path, headers)}};
}

}  // namespace aushang::cli
