// Which headers of the standard library a C++ source needs, and which it includes.
//
// A source that leans on what other headers happen to include stops compiling with the next library: GCC 13 took
// <cstdint> out of others, GCC 14 <algorithm>. This reads text, so it takes no time and needs no compiler;
// tools/check-includes.mjs asks real compilers.

/**
 * Names of namespace std and what declares them (C++20, N4860); of several headers any will do, the first is proposed.
 * @type {[string, string][]}
 */
const declared = [
  ['algorithm', `adjacent_find all_of any_of binary_search clamp copy copy_backward copy_if copy_n count count_if equal equal_range
    fill fill_n find find_end find_first_of find_if find_if_not for_each for_each_n generate generate_n includes inplace_merge
    is_heap is_partitioned is_permutation is_sorted is_sorted_until iter_swap lexicographical_compare lexicographical_compare_three_way
    lower_bound make_heap max max_element merge min min_element minmax minmax_element mismatch move_backward next_permutation none_of
    nth_element partial_sort partial_sort_copy partition partition_copy partition_point pop_heap prev_permutation push_heap
    remove_copy remove_copy_if remove_if replace replace_copy replace_copy_if replace_if reverse reverse_copy rotate rotate_copy
    sample search search_n set_difference set_intersection set_symmetric_difference set_union shift_left shift_right shuffle sort
    sort_heap stable_partition stable_sort swap_ranges transform unique unique_copy upper_bound`],
  ['algorithm cstdio', 'remove'],
  ['any', 'any any_cast make_any bad_any_cast'],
  ['array', 'array to_array'],
  ['atomic', 'atomic atomic_ref atomic_flag atomic_thread_fence memory_order memory_order_relaxed memory_order_acquire memory_order_release'],
  ['bit', 'bit_cast bit_ceil bit_floor bit_width countl_one countl_zero countr_one countr_zero endian has_single_bit popcount rotl rotr'],
  ['bitset', 'bitset'],
  ['cctype', 'isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper'],
  ['cfenv', 'fesetround fegetround feclearexcept fetestexcept'],
  ['charconv', 'from_chars to_chars chars_format from_chars_result to_chars_result'],
  ['chrono', 'chrono chrono_literals'],
  ['cmath cstdlib', 'abs'],
  ['cmath', `acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh erf erfc exp exp2 expm1 fabs fdim floor fma fmax fmin
    fmod fpclassify frexp hypot ilogb isfinite isgreater isinf isless isnan isnormal ldexp lerp lgamma llrint llround log log10 log1p
    log2 logb lrint lround modf nan nearbyint nextafter pow remainder remquo rint round scalbn signbit sin sinh sqrt tan tanh tgamma trunc`],
  ['compare', `strong_ordering weak_ordering partial_ordering compare_three_way compare_three_way_result_t three_way_comparable
    three_way_comparable_with is_eq is_neq is_lt is_lteq is_gt is_gteq strong_order weak_order partial_order`],
  ['complex', 'complex'],
  ['concepts', `assignable_from common_reference_with common_with constructible_from convertible_to copy_constructible copyable
    default_initializable derived_from destructible equality_comparable equality_comparable_with equivalence_relation floating_point
    integral invocable movable move_constructible predicate regular regular_invocable relation same_as semiregular signed_integral
    strict_weak_order swappable swappable_with totally_ordered totally_ordered_with unsigned_integral`],
  ['condition_variable', 'condition_variable condition_variable_any cv_status'],
  ['csignal', 'signal raise sig_atomic_t'],
  ['cstdarg', 'va_list'],
  ['cstddef', 'byte max_align_t nullptr_t ptrdiff_t to_integer'],
  // The first six declare it; in the synopses of the others a parameter, a constant or an operator has this type, so
  // they can't do without the name.
  ['cstddef cstdio cstdlib cstring ctime cwchar array bitset memory span string string_view tuple utility variant', 'size_t'],
  ['cstdint cinttypes', `int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t uintmax_t
    int_fast8_t int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t
    int_least8_t int_least16_t int_least32_t int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t`],
  ['cstdio', `clearerr FILE fclose feof ferror fflush fgetc fgets fopen fprintf fputc fputs fread freopen fseek ftell fwrite getc getchar
    perror printf putc putchar puts rename rewind scanf setvbuf snprintf sprintf sscanf tmpfile ungetc vfprintf vprintf vsnprintf`],
  ['cstdlib', `_Exit abort aligned_alloc at_quick_exit atexit atof atoi atol atoll calloc div exit free getenv labs ldiv llabs malloc
    qsort quick_exit rand realloc srand strtod strtof strtol strtold strtoll strtoul strtoull system`],
  ['cstring', `memchr memcmp memcpy memmove memset strcat strchr strcmp strcpy strcspn strerror strlen strncat strncmp strncpy strpbrk
    strrchr strspn strstr strtok`],
  ['ctime', 'clock difftime gmtime localtime mktime strftime time time_t tm'],
  ['deque', 'deque'],
  ['exception', `exception exception_ptr current_exception make_exception_ptr rethrow_exception set_terminate terminate
    uncaught_exceptions nested_exception throw_with_nested`],
  ['execution', 'execution'],
  ['filesystem', 'filesystem'],
  ['format', 'format format_to format_to_n formatted_size formatter vformat make_format_args'],
  ['forward_list', 'forward_list'],
  ['fstream', 'basic_fstream filebuf fstream ifstream ofstream wifstream wofstream'],
  ['functional', `bind bind_front bit_and bit_or bit_xor cref divides equal_to function greater greater_equal identity invoke is_bind_expression
    less_equal logical_and logical_not logical_or mem_fn minus modulus multiplies negate not_equal_to not_fn placeholders plus ref
    reference_wrapper bad_function_call boyer_moore_searcher`],
  // The containers name it as what they order by.
  ['functional map queue set', 'less'],
  ['functional bitset memory optional string string_view system_error thread typeindex variant vector', 'hash'],
  ['future', 'async future launch packaged_task promise shared_future'],
  ['initializer_list', 'initializer_list'],
  ['iomanip', 'get_time put_time quoted resetiosflags setbase setfill setiosflags setprecision setw'],
  ['ios', 'boolalpha dec defaultfloat fixed hex hexfloat internal left noboolalpha noskipws oct right scientific showbase skipws uppercase'],
  // The streams derive from these.
  ['ios fstream istream ostream sstream', 'basic_ios ios ios_base streamoff streampos streamsize'],
  ['iostream', 'cerr cin clog cout wcout wcerr'],
  ['istream fstream iosfwd sstream', 'basic_istream iostream istream'],
  ['istream', 'ws'],
  ['iterator', `advance back_insert_iterator back_inserter bidirectional_iterator bidirectional_iterator_tag contiguous_iterator
    contiguous_iterator_tag default_sentinel default_sentinel_t distance forward_iterator forward_iterator_tag front_insert_iterator
    front_inserter input_iterator input_iterator_tag input_or_output_iterator insert_iterator inserter istream_iterator
    istreambuf_iterator iter_difference_t iter_reference_t iter_value_t iterator_traits make_move_iterator make_reverse_iterator
    move_iterator next ostream_iterator ostreambuf_iterator output_iterator output_iterator_tag prev random_access_iterator
    random_access_iterator_tag reverse_iterator sentinel_for sized_sentinel_for unreachable_sentinel indirectly_readable`],
  // [iterator.range] says so.
  ['iterator array deque forward_list list map regex set span string string_view unordered_map unordered_set vector',
    'begin cbegin cend crbegin crend data empty end rbegin rend size ssize'],
  ['limits', 'numeric_limits float_denorm_style float_round_style'],
  ['list', 'list'],
  ['locale', 'locale use_facet wstring_convert'],
  ['map', 'map multimap'],
  ['memory', `addressof align allocate_shared allocator allocator_arg allocator_traits assume_aligned bad_weak_ptr const_pointer_cast
    construct_at default_delete destroy destroy_at destroy_n dynamic_pointer_cast enable_shared_from_this make_shared make_unique
    make_unique_for_overwrite owner_less pointer_traits reinterpret_pointer_cast shared_ptr static_pointer_cast to_address
    uninitialized_copy uninitialized_default_construct uninitialized_fill uninitialized_move uninitialized_value_construct unique_ptr weak_ptr`],
  ['memory_resource', 'pmr'],
  ['mutex', 'adopt_lock call_once defer_lock lock lock_guard mutex once_flag recursive_mutex scoped_lock timed_mutex try_lock unique_lock'],
  ['new', 'align_val_t bad_alloc bad_array_new_length destroying_delete hardware_destructive_interference_size launder new_handler nothrow set_new_handler'],
  ['numbers', 'numbers'],
  ['numeric', `accumulate adjacent_difference exclusive_scan gcd inclusive_scan inner_product iota lcm midpoint partial_sum reduce
    transform_exclusive_scan transform_inclusive_scan transform_reduce`],
  ['optional', 'bad_optional_access make_optional nullopt nullopt_t optional'],
  ['ostream fstream iosfwd sstream', 'basic_ostream ostream'],
  ['ostream', 'endl ends flush'],
  ['queue', 'priority_queue queue'],
  ['random', `bernoulli_distribution default_random_engine discrete_distribution exponential_distribution generate_canonical
    linear_congruential_engine mersenne_twister_engine minstd_rand mt19937 mt19937_64 normal_distribution poisson_distribution
    random_device seed_seq uniform_int_distribution uniform_random_bit_generator uniform_real_distribution`],
  ['ranges', 'ranges views'],
  ['ratio', 'ratio kilo mega milli micro nano'],
  ['regex', 'basic_regex cmatch match_results regex regex_constants regex_error regex_iterator regex_match regex_replace regex_search smatch sregex_iterator ssub_match'],
  ['semaphore', 'binary_semaphore counting_semaphore'],
  ['set', 'multiset set'],
  ['shared_mutex', 'shared_lock shared_mutex shared_timed_mutex'],
  ['source_location', 'source_location'],
  ['span', 'as_bytes as_writable_bytes dynamic_extent span'],
  ['sstream', 'basic_stringstream istringstream ostringstream stringbuf stringstream wstringstream'],
  ['stack', 'stack'],
  ['stdexcept', 'domain_error invalid_argument length_error logic_error out_of_range overflow_error range_error runtime_error underflow_error'],
  ['stop_token', 'stop_callback stop_source stop_token'],
  ['streambuf fstream iosfwd sstream', 'basic_streambuf streambuf'],
  ['string', `basic_string char_traits getline stod stof stoi stol stold stoll stoul stoull string to_string to_wstring u16string
    u32string u8string wstring`],
  ['string string_view chrono', 'literals'],
  ['string', 'string_literals'],
  ['string_view', 'basic_string_view string_view string_view_literals u16string_view u32string_view u8string_view wstring_view'],
  ['system_error', `error_category error_code error_condition generic_category is_error_code_enum is_error_condition_enum
    make_error_code make_error_condition system_category system_error`],
  ['system_error charconv', 'errc'],
  ['thread', 'jthread this_thread thread'],
  ['tuple', 'apply forward_as_tuple ignore make_from_tuple make_tuple tie tuple tuple_cat'],
  ['tuple utility array', 'tuple_element tuple_element_t tuple_size tuple_size_v'],
  ['variant tuple utility array', 'get'],
  ['type_traits', `add_const_t add_lvalue_reference_t add_pointer_t aligned_storage_t alignment_of_v bool_constant common_reference_t
    common_type common_type_t conditional conditional_t conjunction conjunction_v decay decay_t disjunction disjunction_v enable_if
    enable_if_t extent_v false_type has_unique_object_representations_v has_virtual_destructor_v integral_constant invoke_result
    invoke_result_t is_abstract_v is_aggregate_v is_arithmetic is_arithmetic_v is_array_v is_assignable_v is_base_of is_base_of_v
    is_bounded_array_v is_class_v is_const_v is_constant_evaluated is_constructible_v is_convertible is_convertible_v
    is_copy_assignable_v is_copy_constructible_v is_default_constructible_v is_destructible_v is_empty_v is_enum is_enum_v is_final_v
    is_floating_point is_floating_point_v is_function_v is_integral is_integral_v is_invocable is_invocable_r_v is_invocable_v
    is_lvalue_reference_v is_move_assignable_v is_move_constructible_v is_nothrow_constructible_v is_nothrow_copy_constructible_v
    is_nothrow_default_constructible_v is_nothrow_destructible_v is_nothrow_invocable_v is_nothrow_move_assignable_v
    is_nothrow_move_constructible_v is_nothrow_swappable_v is_null_pointer_v is_object_v is_pointer_v is_polymorphic_v
    is_reference_v is_rvalue_reference_v is_same is_same_v is_scalar_v is_signed_v is_standard_layout_v is_swappable_v is_trivial_v
    is_trivially_constructible_v is_trivially_copy_constructible_v is_trivially_copyable is_trivially_copyable_v
    is_trivially_default_constructible_v is_trivially_destructible_v is_unbounded_array_v is_union_v is_unsigned_v is_void_v
    is_volatile_v make_signed make_signed_t make_unsigned make_unsigned_t negation negation_v rank_v remove_all_extents_t
    remove_const_t remove_cv_t remove_cvref remove_cvref_t remove_extent_t remove_pointer_t remove_reference remove_reference_t
    true_type type_identity type_identity_t underlying_type underlying_type_t unwrap_reference_t void_t`],
  ['typeindex', 'type_index'],
  ['typeinfo', 'bad_cast bad_typeid type_info'],
  ['unordered_map', 'unordered_map unordered_multimap'],
  ['unordered_set', 'unordered_multiset unordered_set'],
  ['utility', `as_const cmp_equal cmp_greater cmp_greater_equal cmp_less cmp_less_equal cmp_not_equal declval exchange forward in_place
    in_place_index in_place_index_t in_place_t in_place_type in_place_type_t in_range index_sequence index_sequence_for
    integer_sequence make_index_sequence make_integer_sequence make_pair move move_if_noexcept pair piecewise_construct
    piecewise_construct_t swap`],
  ['valarray', 'valarray'],
  ['variant', 'bad_variant_access get_if holds_alternative monostate variant variant_alternative_t variant_size variant_size_v visit'],
  ['vector', 'vector'],
  ['vector deque forward_list list map set string unordered_map unordered_set', 'erase erase_if'],
];

/** Names that are used without std::, most of them macros. @type {[string, string][]} */
const bare = [
  ['cassert', 'assert'],
  ['cerrno', 'errno ENOENT EEXIST EINTR EACCES ERANGE'],
  ['cfloat', 'DBL_EPSILON DBL_MAX DBL_MIN FLT_EPSILON FLT_MAX FLT_MIN'],
  ['climits', 'CHAR_BIT CHAR_MAX CHAR_MIN INT_MAX INT_MIN LLONG_MAX LLONG_MIN LONG_MAX LONG_MIN SHRT_MAX UCHAR_MAX UINT_MAX ULLONG_MAX ULONG_MAX USHRT_MAX'],
  ['cmath', 'HUGE_VAL INFINITY NAN'],
  ['cstdarg', 'va_arg va_copy va_end va_list va_start'],
  ['cstddef', 'NULL offsetof ptrdiff_t'],
  ['cstdint cinttypes', 'INT16_MAX INT32_MAX INT32_MIN INT64_MAX INT64_MIN INT8_MAX SIZE_MAX UINT16_MAX UINT32_MAX UINT64_MAX UINT8_MAX UINTPTR_MAX'],
  ['cstdio', 'EOF SEEK_CUR SEEK_END SEEK_SET stderr stdin stdout'],
  ['cstdlib', 'EXIT_FAILURE EXIT_SUCCESS RAND_MAX'],
  ['typeinfo', 'typeid'],
];
/** Types and functions of C that are as well known without std::; functions only where they are called. */
const bareTypes = /^(u?int(_fast|_least)?\d+_t|u?int(ptr|max)_t|size_t)$/;
const bareCalls = new Set(`abort atoi exit fclose fflush fopen fprintf fputs fread free fwrite getenv malloc memchr memcmp memcpy memmove memset
  printf puts snprintf sprintf sqrt sqrtf strchr strcmp strerror strlen strncmp strtod strtol vsnprintf`.split(/\s+/));

/** Headers that include others because the standard says so, in their synopses. @type {Record<string, string>} */
const brings = {
  algorithm: 'initializer_list', array: 'compare initializer_list', bitset: 'string iosfwd', chrono: 'compare',
  deque: 'compare initializer_list', filesystem: 'compare', forward_list: 'compare initializer_list', iostream: 'ios istream ostream streambuf',
  iterator: 'compare concepts', list: 'compare initializer_list', map: 'compare initializer_list', memory: 'compare', optional: 'compare',
  queue: 'compare initializer_list', random: 'initializer_list', ranges: 'compare initializer_list iterator', regex: 'compare initializer_list',
  set: 'compare initializer_list', stack: 'compare initializer_list', string: 'compare initializer_list', string_view: 'compare',
  system_error: 'compare', thread: 'compare', tuple: 'compare', unordered_map: 'compare initializer_list', unordered_set: 'compare initializer_list',
  utility: 'compare initializer_list', valarray: 'initializer_list', variant: 'compare', vector: 'compare initializer_list',
};

/** @param {[string, string][]} table @returns {Map<string, string[]>} */
const byName = (table) => new Map(table.flatMap(([headers, names]) => names.trim().split(/\s+/).map((name) => /** @type {[string, string[]]} */ ([name, headers.split(' ')]))));
const headersOf = byName(declared);
const headersOfBare = byName(bare);
for (const [name, headers] of headersOf) if (bareTypes.test(name) || bareCalls.has(name)) headersOfBare.set(name, headers);

// What isn't code: comments, raw strings, strings, characters. Numbers come first, for their quotes (1'000).
const notCode = /(?<!\w)\d(?:'?[\w.])*|\/\/(?:\\\n|[^\n])*|\/\*[\s\S]*?\*\/|(?<!\w)(?:u8|[uUL])?R"([^()\\\s]{0,16})\([\s\S]*?\)\1"|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])+'/g;

/** The text with blanks for what isn't code; every place stays where it was. @param {string} text */
export const codeOf = (text) => text.replace(notCode, (part) => (/^\d/.test(part) ? part : part.replace(/[^\n]/g, ' ')));

/** The headers that a text includes: `vector` for <vector>, `"app/state.h"` for our own. @param {string} text @param {string} [code] */
export function includesOf(text, code = codeOf(text)) {
  return [...code.matchAll(/^[ \t]*#[ \t]*include\b/gm)].flatMap(({ 0: directive, index }) => {
    const found = /^[ \t]*(?:<([^>\n]+)>|("[^"\n]+"))/.exec(text.slice(index + directive.length, index + directive.length + 200));
    return found ? [found[1] ?? found[2]] : [];
  });
}

const used = new RegExp([
  String.raw`(?<![\w.>])(?<!\w::)std\s*::\s*(?<name>\w+)(?:\s*::\s*(?<inner>\w+))?`,
  String.raw`(?<![\w.:]|->)(?<bare>${[...headersOfBare.keys()].join('|')})\b(?<call>\s*\()?`,
  String.raw`(?<order><=>)`,
  String.raw`\bfor\s*\([^;(){}]*:\s*(?<list>\{)`,
].join('|'), 'g');

/**
 * What a text uses of the standard library, each name where it stands first. Without headers: a name the tables lack.
 * @param {string} text @param {string} [code]
 * @returns {{ name: string, line: number, headers: string[] }[]}
 */
export function usesOf(text, code = codeOf(text)) {
  /** @type {Map<string, { name: string, line: number, headers: string[] }>} */
  const uses = new Map();
  for (const { index, groups = {} } of code.matchAll(used)) {
    /** @type {[string, string[]]} */
    let use;
    if (groups.name === 'ranges' && headersOf.get(groups.inner)?.[0] === 'algorithm') use = [`std::ranges::${groups.inner}`, ['algorithm']];
    else if (groups.name) use = [`std::${groups.name}`, headersOf.get(groups.name) ?? []];
    else if (groups.order) use = ['operator<=>', ['compare']];
    else if (groups.list) use = ['a list in braces to go through', ['initializer_list']];
    else if (bareCalls.has(groups.bare) && !groups.call) continue;
    else use = [groups.bare, headersOfBare.get(groups.bare) ?? []];
    const [name, headers] = use;
    if (!uses.has(name)) uses.set(name, { name, line: code.slice(0, index).split('\n').length, headers });
  }
  return [...uses.values()];
}

/**
 * The headers that a source should include and doesn't, each with the first name that needs it. A header counts if the
 * source names it, or the header of the same name that the source includes (X.h for X.cpp).
 * @param {string} path @param {string} text @param {string | null} ownHeader the text of X.h
 * @returns {{ path: string, line: number, name: string, header: string | null }[]} header null: no table has the name
 */
export function missingIncludes(path, text, ownHeader) {
  const code = codeOf(text);
  const included = includesOf(text, code);
  const own = `/${path.replace(/\.cpp$/, '.h')}`;
  if (ownHeader !== null && included.some((name) => name.startsWith('"') && own.endsWith(`/${name.slice(1, -1)}`))) included.push(...includesOf(ownHeader));
  const there = new Set(included.flatMap((name) => [name, ...(brings[name]?.split(' ') ?? [])]));
  // <stdint.h> declares what <cstdint> does, but only outside std.
  const has = (/** @type {string} */ name, /** @type {string} */ header) => there.has(header) || (!name.startsWith('std::') && there.has(`${header.slice(1)}.h`));
  return usesOf(text, code).filter(({ name, headers }) => !headers.some((header) => has(name, header)))
    .map(({ name, line, headers }) => ({ path, line, name, header: headers[0] ?? null }))
    .filter(({ header }, i, all) => header === null || all.findIndex((other) => other.header === header) === i);
}

/** @param {ReturnType<typeof missingIncludes>[number]} fault */
export const faultLine = ({ path, line, name, header }) => (header
  ? `${path}:${line}: ${name} needs #include <${header}>`
  : `${path}:${line}: no table of tests/support/includes.mjs knows ${name}; say there which header declares it`);
