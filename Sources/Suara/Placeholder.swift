enum SuaraPlaceholder {}
