#include "platform/headless/log.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace aushang::platform::headless {

void Log::watch_imgui() {
  ImGuiContext& context = *ImGui::GetCurrentContext();
  context.ErrorCallbackUserData = this;
  context.ErrorCallback = [](ImGuiContext*, void* log, const char* message) {
    static_cast<Log*>(log)->add(message);
  };
  context.IO.ConfigErrorRecoveryEnableAssert = false;
  context.IO.ConfigErrorRecoveryEnableTooltip = false;
}

}  // namespace aushang::platform::headless
