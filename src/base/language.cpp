#include "base/language.h"

#include <algorithm>

#include "base/text.h"

namespace aushang::base {
namespace {

/// Primary subtags that the Unicode CLDR (48) has names for, each followed by a space.
constexpr std::string_view k_two_letters =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu "
    "lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu "
    "rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts "
    "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";
constexpr std::string_view k_three_letters =
    "ace ach ada ady aeb afh agq ain akk akz ale aln alt ang ann anp arc arn aro arp arq ars arw ary arz "
    "asa ase ast atj avk awa bal ban bar bas bax bbc bbj bej bem bew bez bfd bfq bgc bgn bho bik bin bjn "
    "bkm bla blo blt bpy bqi bra brh brx bss bua bug bum byn byv cad car cay cch ccp ceb cgg chb chg chk "
    "chm chn cho chp chr chy cic ckb clc cop cps crg crh crj crk crl crm crr crs csb csw dak dar dav del "
    "den dgr din dje doi dsb dtp dua dum dyo dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fil fit "
    "fon frc frm fro frp frr frs fur gaa gag gan gay gba gbz gez gil glk gmh goh gon gor got grb grc gsw "
    "guc gur guz gwi hai hak haw hax hif hil hit hmn hnj hsb hsn hup hur iba ibb ikt ilo inh izh jam jbo "
    "jgo jmc jpr jrb jut kaa kab kac kaj kam kaw kbd kbl kcg kde kea kek ken kfo kgp kha kho khq khw kiu "
    "kkj kln kmb koi kok kos kpe krc kri krj krl kru ksb ksf ksh kum kut kwk kxv lad lag lah lam lez lfn "
    "lij lil liv lkt lmo lol lou loz lrc lsm ltg lua lui lun luo lus luy lzh lzz mad maf mag mai mak man "
    "mas mde mdf mdr men mer mfe mga mgh mgo mic min mnc mni moe moh mos mrj mua mus mwl mwr mwv mye myv "
    "mzn nan nap naq nds new nia niu njo nmg nnh nog non nov nqo nso nus nwc nym nyn nyo nzi ojb ojc ojs "
    "ojw oka osa ota pag pal pam pap pau pcd pcm pdc pdt peo pfl phn pis pms pnt pon pqm prg pro quc qug "
    "raj rap rar rgn rhg rif rof rom rtm rue rug rup rwk sad sah sam saq sas sat saz sba sbp scn sco sdc "
    "sdh see seh sei sel ses sga sgs shi shn shu sid slh sli sly sma smj smn sms snk sog srn srr ssy stq "
    "str suk sus sux swb syc syr szl tce tcy tem teo ter tet tgx tht tig tiv tkl tkr tlh tli tly tmh tog "
    "tok tpi tru trv trw tsd tsi ttm ttt tum tvl twq tyv tzm udm uga umb vai vec vep vls vmf vmw vot vro "
    "vun wae wal war was wbp wuu xal xmf xnr xog yao yap yav ybb yrl yue zap zbl zea zen zgh zun zza ";

bool is_listed(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size(); at += word.size() + 1) {
    if (list.substr(at, word.size()) == word) return true;
  }
  return false;
}

bool is_known(std::string_view primary) {
  if (primary.size() != 2 && primary.size() != 3) return false;
  return is_listed(primary.size() == 2 ? k_two_letters : k_three_letters, to_ascii_lower(primary));
}

bool all(std::string_view text, bool (*is)(char)) { return std::all_of(text.begin(), text.end(), is); }
bool is_alphanumeric(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

/// The parts of a tag after its language, in their order (RFC 5646, section 2.1).
enum class Part : unsigned char { language, script, region, variant, extension };

}  // namespace

std::string_view primary_subtag(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

bool is_same_language(std::string_view a, std::string_view b) {
  return to_ascii_lower(primary_subtag(a)) == to_ascii_lower(primary_subtag(b));
}

bool is_language(std::string_view tag) {
  const std::string_view language = primary_subtag(tag);
  if (!is_known(language)) return false;
  Part last = Part::language;
  bool awaits = false;  // a singleton says what the next part is
  for (std::string_view rest = tag.substr(language.size()); !rest.empty();) {
    rest.remove_prefix(1);
    const std::string_view part = primary_subtag(rest);
    rest.remove_prefix(part.size());
    if (part.empty() || part.size() > 8 || !all(part, is_alphanumeric)) return false;
    if (part.size() == 1 || last == Part::extension) {
      if (part.size() == 1 && awaits) return false;
      awaits = part.size() == 1;
      last = Part::extension;
    } else if (part.size() == 4 && all(part, is_ascii_alpha)) {
      if (last >= Part::script) return false;
      last = Part::script;
    } else if ((part.size() == 2 && all(part, is_ascii_alpha)) ||
               (part.size() == 3 && all(part, is_ascii_digit))) {
      if (last >= Part::region) return false;
      last = Part::region;
    } else if (part.size() >= 5 || (part.size() == 4 && is_ascii_digit(part.front()))) {
      last = Part::variant;
    } else {
      return false;
    }
  }
  return !awaits;
}

}  // namespace aushang::base
