#pragma once
/// The names of other modules that this one speaks in. Private to the module.
#include "base/formats.h"
#include "base/json_reader.h"
#include "logic/call.h"
#include "logic/coercion.h"
#include "logic/node.h"
#include "rules/answers.h"
#include "rules/judge.h"
#include "rules/model.h"
#include "rules/rule_set.h"

namespace aushang::author {

using base::Complaints, base::Ids, base::Json, base::ObjectReader, base::Place, base::quoted, base::suggest;
using logic::Call, logic::Comments, logic::Evaluator, logic::Expression, logic::Lookup, logic::Replacements,
    logic::Truth, logic::Value;
using rules::Apply, rules::Facts, rules::Inquiry, rules::Position, rules::RuleSet;
using rules::Clause, rules::Criterion, rules::Level, rules::Material, rules::Note, rules::Quote,
    rules::Required, rules::Stage;
using rules::Deadline, rules::DeadlineAt, rules::NotSaid, rules::UntilFilled;
using rules::Indices, rules::Model;
using rules::Option, rules::Question, rules::QuestionType;

}  // namespace aushang::author
